namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Services as users make them: from the package, with <c>dotnet new</c>, in a hive of its own.</summary>
internal static class Scaffolds
{
    // No secret: nothing that it signs leaves the machine.
    private static readonly string SigningKey = new('k', 64);
    private static Task? installed;

    private static string Hive => Path.Combine(Folders.Work, "hive");

    /// <summary>Makes a service named Shop, lets the caller add to it, and publishes it.</summary>
    /// <param name="name">What it is published as.</param>
    /// <param name="add">Adds features to the folder of the service.</param>
    /// <param name="options">The options of <c>dotnet new</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Launch> PublishAsync(string name, Func<string, Task> add, string[] options, CancellationToken cancellation)
    {
        var published = Path.Combine(Folders.Published, name);
        if (RunSettings.Build || !Directory.Exists(published))
        {
            await (installed ??= InstallAsync(cancellation));
            var folder = Path.Combine(Folders.Work, name);
            await NewAsync(cancellation, ["fastapi-style", "-n", "Shop", "-o", folder, .. options]);
            await add(Path.Combine(folder, "src", "Shop"));
            await Publishing.ProjectAsync(Path.Combine(folder, "src", "Shop"), name, cancellation);
        }
        return Launch.Dotnet(published, "Shop.dll", ("Auth__SigningKey", SigningKey));
    }

    public static Task NewAsync(CancellationToken cancellation, params string[] arguments) =>
        Command.RunAsync(Folders.Work, cancellation, ["dotnet", "new", .. arguments, "--debug:custom-hive", Hive]);

    /// <summary>The feature that the peers serve, too.</summary>
    public static Task AddProducts(string service)
    {
        Folders.Copy(Folders.Source("peers/scaffold"), Path.Combine(service, "Features", "Products"));
        return Task.CompletedTask;
    }

    private static async Task InstallAsync(CancellationToken cancellation)
    {
        var packages = Path.Combine(Folders.Work, "package");
        await Command.RunAsync(Folders.Repository, cancellation,
            "dotnet", "pack", "TemplatePack.csproj", "-o", packages, "-v", "quiet", "--nologo", "-nodeReuse:false");
        await NewAsync(cancellation, "install", Directory.GetFiles(packages, "*.nupkg").Single());
    }
}
