using System.Collections.Concurrent;

namespace FastApiStyle.Hosting;

/// <summary>
/// Compiles routes that no request has asked for yet, one by one, while the service already listens and has nothing else to do. Under load
/// each request compiles its own, and on a developer's machine, and in tests, most are never asked for.
/// </summary>
internal sealed class WarmUp(RunningRequests requests, IHostEnvironment environment, IHostApplicationLifetime host) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<Lazy<RequestDelegate>> routes = [];

    public void Add(Lazy<RequestDelegate> route) => routes.Enqueue(route);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment())
        {
            // The first answer comes first, even before the waiting, which as an async method would have to be compiled.
            host.ApplicationStarted.Register(() => Task.Delay(Pause, host.ApplicationStopping).ContinueWith(
                _ => CompileAsync(host.ApplicationStopping), TaskScheduler.Default));
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CompileAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && routes.TryDequeue(out var route))
        {
            while (!requests.AreDone && !stopping.IsCancellationRequested)
            {
                await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            try
            {
                _ = route.Value;
            }
            catch (Exception)
            {
                // The request for it says what is wrong.
            }
        }
    }
}
