using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>What the requests of the scaffold allocate, counted in its own process by a startup hook.</summary>
internal static class ScaffoldAllocations
{
    public static async Task MeasureAsync(CancellationToken cancellation)
    {
        var scaffold = await Scaffolds.PublishAsync("scaffold", Scaffolds.AddProducts, ["--tests", "false"], cancellation);
        var hook = Path.Combine(Folders.Work, "hook");
        await Command.RunAsync(Folders.Source("allocations"), cancellation,
            "dotnet", "build", "-c", "Release", "-o", hook, "-v", "quiet", "--nologo", "-nodeReuse:false");
        // Compiled at once and for good, so that each run counts the same.
        string[] settings =
        [
            .. scaffold.Environment.Select(setting => $"{setting.Key}={setting.Value}"),
            $"DOTNET_STARTUP_HOOKS={Path.Combine(hook, "Allocations.dll")}", $"ALLOCATIONS_FOLDER={Folders.Benchmarks}",
            "DOTNET_TieredCompilation=0", "DOTNET_ReadyToRun=0",
        ];
        Console.Write(await Command.RunAsync(scaffold.Folder, cancellation, ["env", .. settings, .. scaffold.Command(0)]));
    }
}
