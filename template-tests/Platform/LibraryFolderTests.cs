using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Platform;

/// <summary>The library as a scaffold of <c>--platform source</c> has it.</summary>
public sealed class LibraryFolderTests
{
    // What holds in the repository only.
    private const string OfRepository = "Directory.Build.targets";

    private static readonly string Library = Path.Combine(Repository.Template, "platform");

    [Fact]
    public async Task Is_byte_for_byte_what_the_packages_are_made_from()
    {
        var scaffold = await Scaffold.Create("my-api", ["--no-restore", "--cache", "memory", "--grpc", "--jobs", "local"]);
        var copied = Path.Combine(scaffold.Folder, "platform");

        Assert.Equal(Tree.FilesBelow(Library).Except([OfRepository]), Tree.FilesBelow(copied));
        Assert.All(Tree.FilesBelow(copied), file =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(Library, file)), File.ReadAllBytes(Path.Combine(copied, file))));
    }

    [Fact]
    public void Holds_no_symbol_of_the_template()
    {
        var replaced = TemplateJson.Symbols.EnumerateObject()
            .Where(symbol => symbol.Value.TryGetProperty("replaces", out _)).Select(symbol => symbol.Value.GetProperty("replaces").GetString()!)
            .Append(TemplateJson.Root.GetProperty("sourceName").GetString()!).ToList();

        Assert.All(Tree.FilesBelow(Library), file =>
            Assert.All(replaced, word => Assert.DoesNotContain(word, File.ReadAllText(Path.Combine(Library, file)))));
    }

    /// <summary>Those of the owner neither pin the library's nor make its code fail, however strict they are.</summary>
    [Fact]
    public async Task Builds_whatever_the_settings_of_the_service_are()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--tests", "false"]);
        var props = Path.Combine(scaffold.Folder, "Directory.Build.props");
        await File.WriteAllTextAsync(props, scaffold.Read("Directory.Build.props").Replace(
            "<AnalysisLevel>latest-recommended</AnalysisLevel>", "<AnalysisLevel>latest-all</AnalysisLevel><LangVersion>13</LangVersion>"));
        await File.AppendAllTextAsync(
            Path.Combine(scaffold.Folder, ".editorconfig"), "\n[*.cs]\ndotnet_diagnostic.CA2007.severity = error\ndotnet_diagnostic.CS1591.severity = error\n");
        var packages = Path.Combine(scaffold.Folder, "Directory.Packages.props");
        await File.WriteAllTextAsync(packages, scaffold.Read("Directory.Packages.props").Replace(
            "<PackageVersion Include=\"FastApiStyle\"", "<PackageVersion Include=\"FluentValidation\" Version=\"11.0.0\" />\n    <PackageVersion Include=\"FastApiStyle\""));

        var built = await Shell.Dotnet(
            Path.Combine(scaffold.Folder, "platform", "FastApiStyle"), "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true", "-warnaserror");

        built.MustSucceed().MustNotWarn();
    }
}
