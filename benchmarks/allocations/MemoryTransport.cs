using System.IO.Pipelines;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace FastApiStyle.Benchmarks.Allocations;

/// <summary>
/// Connections of Kestrel that are two pipes. Who writes a request runs all that answers it before the write returns, on the
/// same thread, so that this thread's allocations are those of the request.
/// </summary>
internal sealed class MemoryTransport : IConnectionListenerFactory
{
    private static readonly PipeOptions Inline = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

    private readonly Channel<ConnectionContext> connections = Channel.CreateUnbounded<ConnectionContext>();

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IConnectionListener>(new Listener(endpoint, connections.Reader));

    /// <returns>The client's end of a new connection.</returns>
    public IDuplexPipe Connect()
    {
        var (requests, answers) = (new Pipe(Inline), new Pipe(Inline));
        var server = new Ends(requests.Reader, answers.Writer);
        var client = new Ends(answers.Reader, requests.Writer);
        connections.Writer.TryWrite(new DefaultConnectionContext(Guid.NewGuid().ToString(), server, client)
        {
            LocalEndPoint = new IPEndPoint(IPAddress.Loopback, 80),
            RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, 50000),
        });
        return client;
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Listener(EndPoint endpoint, ChannelReader<ConnectionContext> connections) : IConnectionListener
    {
        private readonly CancellationTokenSource unbound = new();

        public EndPoint EndPoint => endpoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                return await connections.ReadAsync(unbound.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default) => await unbound.CancelAsync();

        public ValueTask DisposeAsync()
        {
            unbound.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
