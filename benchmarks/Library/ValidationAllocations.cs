using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace FastApiStyle.Benchmarks.Library;

/// <summary>What validation allocates, and what it takes, from the context of a request to its answer.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ValidationAllocations
{
    private readonly byte[] body = InProcess.Body("item.json");
    private InProcess service = null!;

    public static IConfig Config => ManualConfig.Create(DefaultConfig.Instance)
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
        .WithOptions(ConfigOptions.DisableLogFile)
        .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "artifacts"));

    [ParamsSource(nameof(Routes))]
    public string Route { get; set; } = "";

    public static IEnumerable<string> Routes => Api.Routes;

    [GlobalSetup]
    public async Task StartAsync()
    {
        service = new InProcess();
        if ((await service.PostAsync(Route, new MemoryStream(body))).Status != StatusCodes.Status200OK)
        {
            throw new InvalidOperationException($"{Route} refused the valid item.");
        }
    }

    [Benchmark]
    public async Task<int> PostAsync() => (await service.PostAsync(Route, new MemoryStream(body))).Status;
}
