using System.Buffers;
using FastApiStyle.Tasks;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace FastApiStyle.Hosting;

/// <summary>
/// A stop that drops no request. Kestrel alone finishes the request that a connection is at, and then closes it under
/// those that the client has pipelined behind it, or is just sending. So before Kestrel stops: no connection is
/// accepted any more, and each open one is told with its last answer that it closes (RFC 9112 §9.6). What is to be done after
/// an answer counts as part of its request, as long as the stop may take.
/// </summary>
internal sealed class GracefulStop(RunningRequests requests, BackgroundRunner background, IHostApplicationLifetime host) : IHostedLifecycleService
{
    private static readonly object Owed = new();

    private readonly List<IConnectionListener> listeners = [];
    private volatile bool stopping;

    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    public void Add(IConnectionListener listener) => listeners.Add(listener);

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // A signal has told it already; code that stops the host would let streams wait for the word and this for the streams.
        host.StopApplication();
        foreach (var listener in listeners)
        {
            await listener.UnbindAsync(cancellationToken);
        }
        // Only now: whoever is told to close comes back at once, and would be reset where the port still takes connections that nobody accepts.
        stopping = true;
        // Quiet for a moment, not only for an instant: between two pipelined requests nothing is active either.
        for (var quiet = 0; quiet < 4 && !cancellationToken.IsCancellationRequested; quiet++)
        {
            if (!requests.AreDone || !background.IsIdle)
            {
                quiet = 0;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(25), CancellationToken.None);
        }
        if (cancellationToken.IsCancellationRequested)
        {
            background.Cancel();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only now no request can add a task any more.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        while (!background.IsIdle && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(25), CancellationToken.None);
        }
        background.Cancel();
        background.Report();
    }

    /// <summary>Tells a connection with its last answer that it closes.</summary>
    /// <param name="state">The request, whose answer is about to start.</param>
    public Task CloseWhenLast(object state)
    {
        var http = (HttpContext)state;
        if (stopping && http.Request.Protocol == HttpProtocol.Http11 && IsLast(http))
        {
            http.Response.Headers.Connection = "close";
        }
        else if (stopping && http.Request.Protocol == HttpProtocol.Http2)
        {
            // A client that always asks would keep it open: Kestrel says goodbye (RFC 9113 §6.8), and answers what it has been asked.
            http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether nothing is left of what the connection had asked by its first answer after the stop. What it asks later stands
    /// behind the word that it closes: a client that always has something on its way would keep it open for ever.
    /// </summary>
    private static bool IsLast(HttpContext http)
    {
        var waiting = WaitingRequests(http);
        if (http.Features.Get<IConnectionItemsFeature>()?.Items is not { } connection)
        {
            return waiting == 0;
        }
        var owed = connection.TryGetValue(Owed, out var known) ? Math.Min((int)known!, waiting) : waiting;
        connection[Owed] = owed - 1;
        return owed == 0;
    }

    private static int WaitingRequests(HttpContext http)
    {
        if (http.Features.Get<IConnectionTransportFeature>()?.Transport.Input is not { } input)
        {
            return 0;
        }
        try
        {
            if (!input.TryRead(out var unread))
            {
                return 0;
            }
            var requests = 0;
            for (var reader = new SequenceReader<byte>(unread.Buffer); reader.TryReadTo(out ReadOnlySequence<byte> _, EndOfHead);)
            {
                requests++;
            }
            input.AdvanceTo(unread.Buffer.Start);
            return requests;
        }
        catch (InvalidOperationException)
        {
            // Kestrel is still reading the body of this request.
            return 0;
        }
    }
}
