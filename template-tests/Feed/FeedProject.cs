using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Feed;

/// <summary>A project with our <c>build/Feed.targets</c>, in a place without any source of packages but those that it is given.</summary>
internal sealed class FeedProject
{
    private readonly string root = Workspace.NewFolder("-curated");
    private readonly string packages;

    public FeedProject()
    {
        packages = Path.Combine(root, "packages");
        Directory.CreateDirectory(Path.Combine(root, "build"));
        File.Copy(Path.Combine(Repository.Root, "build", "Feed.targets"), Path.Combine(root, "build", "Feed.targets"));
        Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Write(
            "Curated.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <FeedPackage>Rare.Package</FeedPackage>
                <FeedPackageVersion>1.0.0</FeedPackageVersion>
                <FeedPackagePath>$(PkgRare_Package)</FeedPackagePath>
              </PropertyGroup>
              <Import Project="build/Feed.targets" />
              <Target Name="Tell" AfterTargets="Build">
                <Message Importance="high" Text="Compiled with [$(FeedPackagePath)]" />
              </Target>
            </Project>
            """);
    }

    /// <summary>What asking the feed leaves.</summary>
    public string Traces => Path.Combine(root, "artifacts", "feed");

    public void ForgetPackages() => Directory.Delete(packages, recursive: true);

    /// <returns>Whether it was compiled with the package.</returns>
    public async Task<bool> Build(string[] options, string additionalSource = "")
    {
        var built = await Dotnet(["build", "-nodeReuse:false", .. options], additionalSource);
        built.MustSucceed().MustNotWarn();
        Assert.Contains("Compiled with [", built.Output);
        return !built.Output.Contains("Compiled with []", StringComparison.Ordinal);
    }

    /// <param name="arguments">The command.</param>
    /// <param name="additionalSource">The source that the environment names.</param>
    public Task<CommandResult> Dotnet(string[] arguments, string additionalSource = "") => Shell.Run(
        "dotnet",
        root,
        arguments,
        new Dictionary<string, string> { ["NUGET_PACKAGES"] = packages, ["RestoreAdditionalProjectSources"] = additionalSource });

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(root, file), text);
}
