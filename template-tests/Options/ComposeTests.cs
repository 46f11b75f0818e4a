using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>compose.yaml of services that need more than a database.</summary>
public sealed class ComposeTests
{
    private static readonly string[] Parts = ["configs", "services", "volumes"];

    public static TheoryData<string> Combined { get; } =
        new(Combinations.Product("database", "cache", "jobs", "grpc").Select(made => made.ToString()));

    [Theory]
    [MemberData(nameof(Combined))]
    public async Task Each_engine_that_a_service_asks_for_runs_beside_it_and_is_set(string options)
    {
        var made = Combinations.Product("database", "cache", "jobs", "grpc").Single(one => one.ToString() == options);
        var scaffold = await Engine.Default.Create(made);
        var compose = new ComposeFile(scaffold);
        var readme = scaffold.Read("README.md");
        string[] engines =
        [
            .. made["database"] == "postgres" ? (string[])["database"] : [], .. made["cache"] == "redis" ? (string[])["redis"] : [],
            .. made["jobs"] == "rabbitmq" ? (string[])["broker"] : [],
        ];
        var settings = compose.Environment("service", name => name);

        Assert.Empty(compose.Root.Keys.Cast<string>().Except(Parts));
        Assert.Equal(["service", .. engines], compose.Run());
        Assert.Equal(made["cache"] == "redis" ? "redis:6379" : null, settings.GetValueOrDefault("ConnectionStrings__Redis"));
        Assert.Equal(made["jobs"] == "rabbitmq", settings.GetValueOrDefault("Jobs__RabbitMq")?.EndsWith("@broker", StringComparison.Ordinal) == true);
        Assert.Equal(made.Has("grpc") ? 2 : 1, ComposeFile.List(compose.Services["service"], "ports").Count());
        Assert.Equal(compose.UsedVolumes.Select(volume => volume.Name).Where(name => name[0] is not '/').Distinct().Order(), compose.DeclaredVolumes.Order());
        Assert.All(compose.Variables, variable => Assert.Contains($"`{variable.Name}`", readme));
        // Nobody but this machine reaches an engine.
        Assert.All(engines.SelectMany(engine => ComposeFile.List(compose.Services[engine], "ports")), port => Assert.StartsWith("127.0.0.1:", port));
    }
}
