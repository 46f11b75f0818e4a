using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace FastApiStyle.Hosting;

/// <summary>
/// A stop that drops no request. Kestrel alone finishes the request that a connection is at, and then closes it under
/// those that the client has pipelined behind it, or is just sending. So before Kestrel stops: no connection is
/// accepted any more, and each open one is told with its last answer that it closes (RFC 9112 §9.6).
/// </summary>
internal sealed class GracefulStop : IHostedLifecycleService
{
    private readonly List<IConnectionListener> listeners = [];
    private volatile bool stopping;
    private int active;

    public void Add(IConnectionListener listener) => listeners.Add(listener);

    public async Task TrackAsync(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref active);
        try
        {
            http.Response.OnStarting(CloseWhenLast, http);
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref active);
        }
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        foreach (var listener in listeners)
        {
            await listener.UnbindAsync(cancellationToken);
        }
        // Quiet for a moment, not only for an instant: between two pipelined requests nothing is active either.
        for (var quiet = 0; quiet < 4 && !cancellationToken.IsCancellationRequested; quiet++)
        {
            if (Volatile.Read(ref active) > 0)
            {
                quiet = 0;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(25), CancellationToken.None);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task CloseWhenLast(object state)
    {
        var http = (HttpContext)state;
        if (stopping && http.Request.Protocol == HttpProtocol.Http11 && !HasPipelinedRequest(http))
        {
            http.Response.Headers.Connection = "close";
        }
        return Task.CompletedTask;
    }

    private static bool HasPipelinedRequest(HttpContext http)
    {
        if (http.Features.Get<IConnectionTransportFeature>()?.Transport.Input is not { } input)
        {
            return false;
        }
        try
        {
            if (!input.TryRead(out var unread))
            {
                return false;
            }
            input.AdvanceTo(unread.Buffer.Start);
            return !unread.Buffer.IsEmpty;
        }
        catch (InvalidOperationException)
        {
            // Kestrel is still reading the body of this request.
            return false;
        }
    }
}
