using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Postgres;

namespace FastApiStyle.TemplateTests.Jobs;

/// <summary>A scaffold for each engine, and one server of each kind, for all tests of this folder.</summary>
[CollectionDefinition(nameof(JobScaffolds))]
public sealed class JobScaffolds : IAsyncLifetime, ICollectionFixture<JobScaffolds>
{
    private readonly Dictionary<string, Scaffold> made = [];

    public PostgresServer Postgres { get; private set; } = null!;

    public RabbitMqServer RabbitMq { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Postgres = await PostgresServer.New();
        RabbitMq = await RabbitMqServer.New();
    }

    /// <summary>A service on jobs of its own.</summary>
    /// <param name="engine">Such as <c>sqlite-local</c>.</param>
    public async Task<JobService> New(string engine)
    {
        await RabbitMq.Ensure();
        if (!made.TryGetValue(engine, out var scaffold))
        {
            var (database, jobs) = (engine.Split('-')[0], engine.Split('-')[1]);
            scaffold = await Scaffold.Create("Shop", ["--no-restore", "--database", database, "--jobs", jobs]);
            scaffold.AddFeatures("Jobs/Features");
            (await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();
            made[engine] = scaffold;
        }
        return new JobService(scaffold, engine, this);
    }

    public async Task DisposeAsync()
    {
        await RabbitMq.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
