using System.Net;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Feature;

/// <summary>A build and a test run take both cores, so one follows the other.</summary>
[Collection(nameof(Options.PairwiseTests))]
public sealed class FeatureTests
{
    private static readonly Dictionary<string, string> Refresh = new() { ["UPDATE_OPENAPI"] = "true" };

    // As people name them, and as they seldom do: a keyword, no Latin letter, no plural, a plural, and types that the code or everybody knows.
    private static readonly (string Name, string? Plural)[] Hard =
        [("order", null), ("Person", "People"), ("class", null), ("日本", null), ("Sheep", "Sheep"), ("Page", null), ("Table", null), ("Note", null),
            ("Invoices", null), ("Exception", null), ("Attribute", null), ("Object", null), ("String", null), ("JobQueue", null)];

    [Fact]
    public async Task Features_of_any_name_take_two_commands_until_which_the_service_says_what_is_missing_and_go_without_a_trace()
    {
        var scaffold = await Scaffold.Create("Shop");
        var before = Texts(scaffold);
        var production = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Auth__SigningKey"] = RunningService.SigningKey,
            ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(Workspace.NewFolder("-data"), "app.db")}",
        };
        await scaffold.Build();
        Assert.Equal(HttpStatusCode.OK, await ReadinessOf(scaffold, production));

        foreach (var (name, plural) in Hard)
        {
            (await scaffold.AddFeature(name, plural)).MustSay("dotnet tool exec dotnet-ef migrations add").MustSay("dotnet test --environment UPDATE_OPENAPI=true");
        }
        var added = scaffold.Files().Except(before.Keys).ToList();
        Assert.Equal(before, Texts(scaffold, before.Keys));

        await scaffold.Build();
        await MustNotStart(scaffold);
        // A start in production has nothing to apply, and looks no further.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadinessOf(scaffold, production));

        await scaffold.AddMigration("AddFeatures");
        await scaffold.Test(Refresh);

        foreach (var file in added)
        {
            File.Delete(Path.Combine(scaffold.Folder, file));
        }
        (await Shell.Dotnet(scaffold.Folder, "tool", "exec", "dotnet-ef", "migrations", "remove", "--project", "src/Shop", "--force")).MustSucceed();
        await scaffold.Test(Refresh);

        // The tool writes the snapshot of the model in a way of its own.
        Assert.Equal(before.Keys, scaffold.Files());
        Assert.Equal(before.Where(IsNoSnapshot), Texts(scaffold).Where(IsNoSnapshot));
    }

    private static async Task<HttpStatusCode> ReadinessOf(Scaffold scaffold, IReadOnlyDictionary<string, string> environment)
    {
        await using var service = await scaffold.Start(environment);
        using var ready = await service.Client.GetAsync("/health/ready");
        if (!ready.IsSuccessStatusCode)
        {
            await service.WaitForLog("A migration is missing, or has not been applied.");
        }
        return ready.StatusCode;
    }

    private static async Task MustNotStart(Scaffold scaffold)
    {
        await using var service = ServiceProcess.Launch(scaffold, null);

        Assert.Equal(1, await service.WaitForExit());

        Assert.Contains("Entities or their tables have changed, and no migration says so: dotnet tool exec dotnet-ef migrations add ", service.Log);
        Assert.DoesNotContain("   at ", service.Log);
    }

    private static bool IsNoSnapshot(KeyValuePair<string, string> file) => !file.Key.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal);

    private static Dictionary<string, string> Texts(Scaffold scaffold, IEnumerable<string>? files = null) =>
        (files ?? scaffold.Files()).ToDictionary(file => file, scaffold.Read);
}
