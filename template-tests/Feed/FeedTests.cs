namespace FastApiStyle.TemplateTests.Feed;

/// <summary>How our own build goes by what the package feed has.</summary>
public sealed class FeedTests
{
    private const string Package = "Rare.Package";
    private const string Version = "1.0.0";

    [Theory]
    [InlineData("option")]
    [InlineData("property")]
    [InlineData("environment")]
    public async Task What_is_compiled_follows_the_feed_however_it_is_named(string way)
    {
        var (feed, project) = (new FolderFeed(), new FeedProject());
        Task<bool> Build() => way switch
        {
            "option" => project.Build(["--source", feed.Folder]),
            "property" => project.Build([$"-p:RestoreAdditionalProjectSources={feed.Folder}"]),
            _ => project.Build([], additionalSource: feed.Folder),
        };

        Assert.False(await Build());
        feed.Add(Package, Version);
        Assert.True(await Build());
        feed.Remove(Package, Version);
        project.ForgetPackages();
        Assert.False(await Build());
    }

    [Fact]
    public async Task What_is_compiled_without_a_restore_is_what_was_restored()
    {
        var (feed, project) = (new FolderFeed(), new FeedProject());
        Assert.False(await project.Build([], feed.Folder));
        feed.Add(Package, Version);
        Assert.False(await project.Build(["--no-restore"], feed.Folder));
        Assert.True(await project.Build([], feed.Folder));
        feed.Remove(Package, Version);
        Assert.True(await project.Build(["--no-restore"], feed.Folder));
    }

    [Fact]
    public async Task Only_a_restore_asks()
    {
        var project = new FeedProject();
        await project.Build([]);
        Assert.True(Directory.Exists(project.Traces));

        Directory.Delete(project.Traces, recursive: true);
        await project.Build(["--no-restore"]);
        // As an editor asks, and Visual Studio's own restore.
        (await project.Dotnet(["msbuild", "-t:CollectPackageReferences;ResolvePackageAssets", "-p:DesignTimeBuild=true"])).MustSucceed();
        Assert.False(Directory.Exists(project.Traces));
    }

    [Fact]
    public async Task A_package_lacks_nothing_that_it_depends_on()
    {
        var (feed, project) = (new FolderFeed(), new FeedProject());
        feed.Add(Package, Version, """<dependency id="Rarer.Package" version="1.0.0" />""");
        Assert.False(await project.Build([], feed.Folder));
        feed.Add("Rarer.Package", "1.0.1");
        Assert.True(await project.Build([], feed.Folder));
    }
}
