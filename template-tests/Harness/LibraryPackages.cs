namespace FastApiStyle.TemplateTests.Harness;

/// <summary>
/// The library as packages, and a folder whose NuGet.config makes them known to each scaffold below it. What these packages bring
/// stays there: the machine's own folder of packages is read, not written.
/// </summary>
internal static class LibraryPackages
{
    private static readonly string[] Projects = ["FastApiStyle", "FastApiStyle.Testing", "FastApiStyle.Caching", "FastApiStyle.Grpc", "FastApiStyle.Jobs"];
    private static readonly Lazy<Task<string>> Made = new(Make);

    /// <summary>A folder of its own for a scaffold that finds the packages.</summary>
    public static async Task<string> NewFolder() =>
        Directory.CreateDirectory(Path.Combine(await Made.Value, $"{Guid.NewGuid():N}")).FullName;

    /// <summary>Packs the library in another version, too.</summary>
    public static async Task Add(string version) => await Pack(Path.Combine(await Made.Value, "source"), $"-p:Version={version}");

    private static async Task<string> Make()
    {
        var folder = Workspace.NewFolder("-packages");
        await Pack(Path.Combine(folder, "source"));
        var known = await Shell.Dotnet(folder, "nuget", "locals", "global-packages", "--list");
        var machine = known.MustSucceed().Output.Split(": ", 2)[1].Trim();
        // A library that someone has tried there would be taken for the one that is packed here.
        var fallback = Directory.Exists(Path.Combine(machine, "fastapistyle")) ? "" : $"""<add key="machine" value="{machine}" />""";
        await File.WriteAllTextAsync(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <fallbackPackageFolders>
                {fallback}
              </fallbackPackageFolders>
              <packageSources>
                <add key="library" value="source" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    private static async Task Pack(string folder, params string[] options)
    {
        foreach (var project in Projects)
        {
            var packed = await Shell.Dotnet(Repository.Library(project), ["pack", "-o", folder, "-nodeReuse:false", .. options]);
            packed.MustSucceed().MustNotWarn();
        }
    }
}
