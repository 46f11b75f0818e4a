using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Benchmarks;

/// <summary>
/// A service whose requests allocate more than they did is slower than it was, on every machine: bytes are counted exactly, where
/// times need a machine at rest. <c>benchmarks/run allocations</c> does the same on a published service.
/// </summary>
public sealed class AllocationTests
{
    [Fact]
    public async Task A_request_allocates_what_is_written_down_in_benchmarks()
    {
        var benchmarks = Path.Combine(Repository.Root, "benchmarks");
        var scaffold = await Scaffold.Create("Shop", ["--tests", "false", "--no-restore"]);
        var feature = Directory.CreateDirectory(Path.Combine(scaffold.ServiceProject, "Features", "Products"));
        File.Copy(Path.Combine(benchmarks, "peers", "scaffold", "ProductsFeature.cs"), Path.Combine(feature.FullName, "ProductsFeature.cs"));
        var service = Workspace.NewFolder("-service");
        await Build(scaffold.ServiceProject, service);
        var hook = Workspace.NewFolder("-hook");
        await Build(Path.Combine(benchmarks, "allocations"), hook);

        var environment = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = Path.Combine(hook, "Allocations.dll"),
            ["ALLOCATIONS_FOLDER"] = benchmarks,
            ["UPDATE_ALLOCATIONS"] = Environment.GetEnvironmentVariable("UPDATE_ALLOCATIONS") ?? "",
            // Compiled at once and for good, so that each run counts the same.
            ["DOTNET_TieredCompilation"] = "0",
            ["DOTNET_ReadyToRun"] = "0",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Auth__SigningKey"] = new string('k', 64),
        };
        var counted = await Shell.Run("dotnet", service, ["Shop.dll", "--urls", "http://127.0.0.1:0"], environment);

        counted.MustSucceed().MustSay("validated POST");
    }

    private static async Task Build(string project, string target) =>
        (await Shell.Dotnet(project, "build", "-c", "Release", "-o", target, "-nodeReuse:false")).MustSucceed().MustNotWarn();
}
