using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Postgres;

/// <summary>One scaffold of <c>--database postgres</c> and one server for all tests of this folder.</summary>
[CollectionDefinition(nameof(PostgresService))]
public sealed class PostgresService : IAsyncLifetime, ICollectionFixture<PostgresService>
{
    private Scaffold scaffold = null!;

    public PostgresServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await PostgresServer.New();
        scaffold = await Scaffold.Create("Shop", ["--no-restore", "--database", "postgres"]);
        scaffold.AddFeatures("Postgres/Features");
        scaffold.AddFeatures("Saving/Features");
        (await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();
    }

    public Task<ServiceProcess> Start(string database, string? connection = null) => scaffold.Start(new Dictionary<string, string>
    {
        ["ConnectionStrings__Default"] = connection ?? Server.Connection(database),
        ["RateLimiting__Enabled"] = "false",
        ["Auth__SigningKey"] = RunningService.SigningKey,
    });

    public Task<ServiceProcess> Start(IReadOnlyDictionary<string, string> settings) => scaffold.Start(settings);

    public ServiceProcess Launch(IReadOnlyDictionary<string, string> settings) => ServiceProcess.Launch(scaffold, settings);

    public ServiceProcess Launch(string connection) => ServiceProcess.Launch(
        scaffold, new Dictionary<string, string> { ["ConnectionStrings__Default"] = connection });

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
