using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Feature;

/// <summary>What <c>dotnet new fastapi-feature</c> writes for a service named Shop, without the service.</summary>
internal sealed record AddedFeature(string Database, string Auth, bool Tests)
{
    public static AddedFeature Default { get; } = new("sqlite", "jwt", true);

    /// <summary>Each database with each sign-in, with tests and without, the default first.</summary>
    public static IReadOnlyList<AddedFeature> All { get; } =
        [.. from database in ValuesOf("database")
            from auth in ValuesOf("auth")
            from tests in new[] { true, false }
            select new AddedFeature(database, auth, tests)];

    public async Task<Scaffold> Create(string name = "Order", string? plural = null)
    {
        var scaffold = Scaffold.At(Directory.CreateDirectory(Path.Combine(Workspace.NewFolder(), "Shop")).FullName);
        var project = new Dictionary<string, string>
        {
            ["MSBuildProjectDirectory"] = scaffold.ServiceProject,
            ["MSBuildProjectName"] = "Shop",
            ["RootNamespace"] = "Shop",
            ["FastApiStyleDatabase"] = Database,
            ["FastApiStyleAuth"] = Auth,
            ["FastApiStyleTests"] = Tests ? Path.Combine(scaffold.Folder, "tests", "Shop.Tests") : "",
        };
        using var engine = new Engine(TemplateSource.Feature.Folder, project);
        await engine.Instantiate(name, scaffold.Folder, new Dictionary<string, string?> { ["plural"] = plural ?? "" });
        return scaffold;
    }

    /// <summary>What a document said before there was the feature, and does not say the same of any more: a feature adds, and changes nothing.</summary>
    public static IEnumerable<string> MissingFrom(JsonNode? grown, JsonNode? before, string place = "") => (grown, before) switch
    {
        (JsonObject now, JsonObject then) => then.SelectMany(member => MissingFrom(now[member.Key], member.Value, $"{place}/{member.Key}")),
        // Tags.
        (JsonArray now, JsonArray then) => then.Where(one => !now.Any(other => JsonNode.DeepEquals(one, other))).Select(one => $"{place}: {one}"),
        _ => JsonNode.DeepEquals(grown, before) ? [] : [$"{place}: {before}"],
    };

    public override string ToString() => $"{Database}, {Auth}{(Tests ? "" : ", no tests")}";

    private static IEnumerable<string> ValuesOf(string option) => Options.Combinations.Options.Single(one => one.Name == option).Values;
}
