namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Projects as the Dockerfile of a scaffold publishes: compiled ahead of time, all in the same way.</summary>
internal static class Publishing
{
    /// <returns>Where it stands, published.</returns>
    public static async Task<string> ProjectAsync(string project, string name, CancellationToken cancellation)
    {
        var target = Path.Combine(Folders.Published, name);
        if (RunSettings.Build || !Directory.Exists(target))
        {
            Console.Error.WriteLine($"publishing {name}");
            Folders.Fresh(target);
            await Command.RunAsync(project, cancellation,
                "dotnet", "publish", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", target, "-v", "quiet", "--nologo", "-nodeReuse:false");
        }
        return target;
    }

    /// <summary>A project of this folder, published from a copy, so that nothing of the repository decides how it is built.</summary>
    public static Task<string> PeerAsync(string name, CancellationToken cancellation)
    {
        var copy = Path.Combine(Folders.Work, name);
        Folders.Copy(Folders.Source($"peers/{name}"), copy);
        return ProjectAsync(copy, name, cancellation);
    }
}
