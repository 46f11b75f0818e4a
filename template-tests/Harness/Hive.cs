namespace FastApiStyle.TemplateTests.Harness;

/// <summary>A template hive of the tests' own, in which the package is installed. The user's own hive is never touched.</summary>
public sealed class Hive
{
    private static readonly Lazy<Task<Hive>> Shared = new(async () => await Install(await Pack.Nupkg));

    private readonly string folder;
    private readonly SemaphoreSlim turn = new(1);

    private Hive(string folder, CommandResult installation) => (this.folder, Installation) = (folder, installation);

    public static Task<Hive> Default => Shared.Value;

    public CommandResult Installation { get; private set; }

    /// <summary>Runs <c>dotnet new</c>. Two at a time would write the hive's cache at once, so each waits for its turn.</summary>
    public async Task<CommandResult> New(string workingFolder, IEnumerable<string> arguments, string language = "en")
    {
        await turn.WaitAsync();
        try
        {
            return await Shell.Run(
                "dotnet",
                workingFolder,
                ["new", .. arguments, "--debug:custom-hive", folder],
                new Dictionary<string, string> { ["DOTNET_CLI_UI_LANGUAGE"] = language });
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<Hive> Install(string nupkg)
    {
        var folder = Workspace.NewFolder("-hive");
        var hive = new Hive(folder, null!);
        hive.Installation = (await hive.New(folder, ["install", nupkg])).MustSucceed();
        return hive;
    }
}
