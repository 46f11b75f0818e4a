using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Feed;

/// <summary>A service that is out there is built on feeds that we do not know, with warnings as errors.</summary>
public sealed class FaultsOfFeedTests
{
    [Fact]
    public async Task A_feed_with_another_patch_is_a_warning()
    {
        var feed = new FolderFeed();
        feed.Add("Used", "1.0.0", """<dependency id="Below" version="1.0.0" />""");
        feed.Add("Below", "1.0.1");
        var restored = await Restore(await ProjectOfScaffold(), feed.Folder);
        Assert.Contains("warning NU1603", restored.MustSucceed().Output);
    }

    [Fact]
    public async Task A_source_that_is_away_is_a_warning_where_every_package_is_there()
    {
        var (feed, project) = (new FolderFeed(), await ProjectOfScaffold());
        feed.Add("Used", "1.0.0");
        (await Restore(project, feed.Folder)).MustSucceed();
        var restored = await Restore(project, feed.Folder, $"https://127.0.0.1:{Loopback.FreePort()}/index.json");
        Assert.Contains("warning NU1900", restored.MustSucceed().Output);
    }

    /// <summary>A project that uses a package, below the settings that a scaffold has for all of its projects.</summary>
    private static async Task<string> ProjectOfScaffold()
    {
        const string settings = "Directory.Build.props";
        var folder = Workspace.NewFolder();
        File.WriteAllText(Path.Combine(folder, settings), (await Scaffold.Fresh).Read(settings));
        File.WriteAllText(
            Path.Combine(folder, "Service.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Used" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    private static Task<CommandResult> Restore(string folder, params string[] sources) => Shell.Run(
        "dotnet",
        folder,
        ["restore", .. sources.SelectMany(source => (string[])["--source", source]), "-p:TreatWarningsAsErrors=true", "-nodeReuse:false"],
        new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"), ["RestoreAdditionalProjectSources"] = "" });
}
