using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A line that a guide tells its reader to type.</summary>
internal sealed record GuideCommand(Snippet Snippet, string Line)
{
    private const string Test = "dotnet test ";

    /// <summary>What the harness does in ways of its own: it installs the pack into a hive, creates the service, tests it, and starts it.</summary>
    private static readonly string[] OfHarness =
        ["dotnet new install FastApiStyle.Templates", "dotnet new fastapi-style -n Shop", "cd Shop", "dotnet run --project src/Shop", "dotnet test"];

    private static readonly string[] ThatRun = ["dotnet new fastapi-feature ", "dotnet tool ", "dotnet package add ", "dotnet user-secrets ", Test];

    public static IReadOnlyList<GuideCommand> All { get; } =
        [.. Guide.English.SelectMany(guide => guide.Snippets).SelectMany(Of)];

    public bool Runs => ThatRun.Any(Line.StartsWith);

    public bool IsOfHarness => OfHarness.Contains(Line);

    /// <summary>Another service than that of the guides.</summary>
    public bool CreatesAnother => Line.StartsWith("dotnet new fastapi-style ", StringComparison.Ordinal) && !IsOfHarness;

    /// <summary>Tests with more than <c>dotnet test</c>, such as what refreshes the contract.</summary>
    public bool Tests => Line.StartsWith(Test, StringComparison.Ordinal);

    public static IEnumerable<GuideCommand> Of(Snippet snippet) => snippet.Kind != "sh" ? []
        : snippet.Text.TrimEnd('\n').Split('\n').Select(line => new GuideCommand(snippet, line));

    public async Task<CommandResult> Run(string folder)
    {
        var words = Line.Split(' ').Select(word => word.Trim('"')).ToArray();
        return words is ["dotnet", "new", .. var options]
            ? await (await Hive.Default).New(folder, options)
            : await Shell.Run(words[0], folder, words[1..], words is ["dotnet", "user-secrets", ..] ? OwnSecrets(folder) : null);
    }

    /// <summary>Where secrets are kept, which is else in the home of whoever runs the tests.</summary>
    private static Dictionary<string, string> OwnSecrets(string folder) => new() { ["APPDATA"] = Path.Combine(folder, "artifacts") };
}
