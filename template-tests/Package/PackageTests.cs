using System.IO.Compression;
using FastApiStyle.TemplateTests.Harness;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Package;

public sealed class PackageTests
{
    [Fact]
    public async Task Holds_the_templates_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(await Pack.Nupkg);
        // The name of the properties part is random.
        var entries = package.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith(".psmdcp", StringComparison.Ordinal));
        await Verify(string.Join('\n', entries.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Says_who_made_it_and_under_which_licence()
    {
        using var package = ZipFile.OpenRead(await Pack.Nupkg);
        using var reader = new StreamReader(package.GetEntry("FastApiStyle.Templates.nuspec")!.Open());
        var nuspec = await reader.ReadToEndAsync();
        await Verify(RepositoryElement.Replace(nuspec, "").Trim().TrimStart('\uFEFF'), "xml");
    }

    [Fact]
    public async Task Is_small() => Assert.InRange(new FileInfo(await Pack.Nupkg).Length, 1, 700 * 1024);

    // Holds the commit, where the sources stand in a git repository.
    private static readonly System.Text.RegularExpressions.Regex RepositoryElement = new(@"\s*<repository [^>]*/>");
}
