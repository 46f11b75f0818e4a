using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Platform;

/// <summary>
/// A service as version 1.0 of the pack first scaffolded it, with a feature of its owner that uses all of the library, on the
/// library as it is now. What does not serve it any more is another major version.
/// </summary>
public sealed class UpgradeTests
{
    private const string Newer = "1.999.0";

    [Fact]
    public async Task Raising_the_version_of_the_packages_upgrades_it()
    {
        var service = await Service();
        await LibraryPackages.Add(Newer);
        var versions = Path.Combine(service.Folder, "Directory.Packages.props");
        await File.WriteAllTextAsync(versions, service.Read("Directory.Packages.props")
            .Replace("<PackageVersion Include=\"FastApiStyle\" Version=\"1.0.0\" />", $"<PackageVersion Include=\"FastApiStyle\" Version=\"{Newer}\" />")
            .Replace("<PackageVersion Include=\"FastApiStyle.Testing\" Version=\"1.0.0\" />", $"<PackageVersion Include=\"FastApiStyle.Testing\" Version=\"{Newer}\" />"));

        await MustServe(service);

        Assert.Contains($"\"FastApiStyle/{Newer}\"", service.Read("src/Shop/obj/project.assets.json"));
    }

    [Fact]
    public async Task Replacing_the_folder_of_the_library_upgrades_it()
    {
        var service = await Service();
        var newer = await Scaffold.Create("New", ["--no-restore"]);
        Directory.Move(Path.Combine(newer.Folder, "platform"), Path.Combine(service.Folder, "platform"));

        await MustServe(service);

        Assert.True(File.Exists(Path.Combine(service.Folder, "platform", "FastApiStyle", "bin", "Debug", "net10.0", "FastApiStyle.dll")));
    }

    /// <summary>Its contract is refreshed, as its owner would: a new version may describe the same more readably.</summary>
    private static async Task MustServe(Scaffold service)
    {
        var tested = await Shell.Dotnet(service.Folder, "test", "-nodeReuse:false", "--environment", "UPDATE_OPENAPI=true");

        tested.MustSucceed().MustNotWarn().MustSay(@"Passed!\s+- Failed:\s+0, Passed:\s+[1-9]");
    }

    private static async Task<Scaffold> Service()
    {
        var source = Path.Combine(Repository.Root, "template-tests", "Upgrade", "1.0", "Shop");
        var folder = Path.Combine(await LibraryPackages.NewFolder(), "Shop");
        Tree.Copy(source, folder);
        return Scaffold.At(folder);
    }
}
