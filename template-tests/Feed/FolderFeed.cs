using System.IO.Compression;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Feed;

/// <summary>A package feed that is a folder.</summary>
internal sealed class FolderFeed
{
    public string Folder { get; } = Workspace.NewFolder("-feed");

    /// <summary>Adds an empty package.</summary>
    public void Add(string id, string version, string dependencies = "")
    {
        using var package = ZipFile.Open(PathOf(id, version), ZipArchiveMode.Create);
        using var manifest = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        manifest.Write(
            $"""
            <package>
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>tests</authors>
                <description>An empty package.</description>
                <dependencies>{dependencies}</dependencies>
              </metadata>
            </package>
            """);
    }

    public void Remove(string id, string version) => File.Delete(PathOf(id, version));

    private string PathOf(string id, string version) => Path.Combine(Folder, $"{id}.{version}.nupkg");
}
