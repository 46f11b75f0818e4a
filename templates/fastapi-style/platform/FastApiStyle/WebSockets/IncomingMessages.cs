using System.Buffers;
using System.Net.WebSockets;

namespace FastApiStyle.WebSockets;

/// <summary>The texts that a client sends over a WebSocket, until either side has said goodbye.</summary>
/// <param name="socket">The WebSocket.</param>
/// <param name="limit">How many bytes a message may have.</param>
/// <param name="stopping">Ends when the service stops.</param>
internal sealed class IncomingMessages(WebSocket socket, long limit, Task stopping)
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly ArrayBufferWriter<byte> message = new(4096);

    /// <returns>The next message, or null where there is none any more.</returns>
    public async Task<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellation)
    {
        message.ResetWrittenCount();
        while (socket.State == WebSocketState.Open)
        {
            var receiving = socket.ReceiveAsync(message.GetMemory(4096), cancellation).AsTask();
            if (await Task.WhenAny(receiving, stopping) == stopping && !receiving.IsCompleted)
            {
                await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The service stops.", receiving);
                return null;
            }
            var part = await receiving;
            message.Advance(part.Count);
            if (part.MessageType != WebSocketMessageType.Text)
            {
                await (part.MessageType == WebSocketMessageType.Close
                    ? CloseAsync(WebSocketCloseStatus.NormalClosure, null)
                    : CloseAsync(WebSocketCloseStatus.InvalidMessageType, "A message is text, in JSON."));
                return null;
            }
            if (message.WrittenCount > limit)
            {
                await CloseAsync(WebSocketCloseStatus.MessageTooBig, $"A message has {limit} bytes at most.");
                return null;
            }
            if (part.EndOfMessage)
            {
                return message.WrittenMemory;
            }
        }
        return null;
    }

    /// <summary>Says goodbye and waits for the client to say so, too: who breaks off earlier may take his words back with the connection.</summary>
    /// <param name="status">Why.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="receiving">What is being received already.</param>
    public async Task CloseAsync(WebSocketCloseStatus status, string? reason, Task<ValueWebSocketReceiveResult>? receiving = null)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }
        using var patience = new CancellationTokenSource(Farewell);
        await socket.CloseOutputAsync(status, reason, patience.Token);
        var rest = new byte[1024];
        while (socket.State == WebSocketState.CloseSent)
        {
            await (receiving ?? socket.ReceiveAsync(rest.AsMemory(), patience.Token).AsTask()).WaitAsync(patience.Token);
            receiving = null;
        }
    }
}
