using Microsoft.Extensions.Hosting;

namespace FastApiStyle.Benchmarks.Allocations;

/// <summary>Counts what each operation allocates, compares it with what is written down, and ends the service.</summary>
internal sealed class Measurement(MemoryTransport transport, IHostApplicationLifetime lifetime) : IHostedService
{
    private const int Requests = 1000;

    // Where item.json and allocations.json stand.
    private static readonly string Folder = Environment.GetEnvironmentVariable("ALLOCATIONS_FOLDER")
        ?? throw new InvalidOperationException("ALLOCATIONS_FOLDER is missing: the folder benchmarks of the repository.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => _ = RunAsync(lifetime.ApplicationStopping));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RunAsync(CancellationToken cancellation)
    {
        Environment.ExitCode = 1;
        try
        {
            var bytes = new Dictionary<string, long>();
            foreach (var operation in Operation.All)
            {
                using var client = new Client(transport, operation, Folder);
                await client.OpenAsync(cancellation);
                // What is kept after the first requests, and what a pool hands out, is nobody's cost.
                Count(client);
                bytes[operation.Name] = Math.Min(Count(client), Count(client));
            }
            Environment.ExitCode = new Figures(Folder).Compare(bytes) ? 0 : 1;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private static long Count(Client client)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Requests; i++)
        {
            client.Ask();
        }
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Requests;
    }
}
