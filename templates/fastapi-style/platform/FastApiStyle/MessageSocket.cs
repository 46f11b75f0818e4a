using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using FastApiStyle.Errors;
using FastApiStyle.Hosting;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using FastApiStyle.WebSockets;
using Microsoft.Extensions.Options;

namespace FastApiStyle;

/// <summary>
/// A WebSocket whose messages are JSON, read as strictly as bodies are and under the same validators:
/// <code>
/// await using var socket = await http.AcceptMessagesAsync();
/// await foreach (var request in socket.ReadAsync&lt;QuoteRequest>(cancellation))
/// {
///     await socket.SendAsync(Answer(request), cancellation);
/// }
/// </code>
/// </summary>
/// <remarks>
/// It ends with a code of RFC 6455 §7.4: 1001 when the service stops, 1003 for a message that is no text, 1007 for one that is no JSON, 1008 for
/// one that is not valid, which its reason names, 1009 for one that is larger than a body may be (<c>Server:MaxBodyBytes</c>), 1000 when the handler returns.
/// </remarks>
public sealed class MessageSocket : IAsyncDisposable
{
    // RFC 6455 §5.5: a control frame has 125 bytes, of which two are the code.
    private const int LongestReason = 123;

    private readonly WebSocket socket;
    private readonly IServiceProvider services;
    private readonly CancellationTokenSource stop;
    private readonly IncomingMessages incoming;
    private readonly SemaphoreSlim turn = new(1);

    internal MessageSocket(WebSocket socket, IServiceProvider services)
    {
        (this.socket, this.services) = (socket, services);
        // Linked, and so forgotten with this connection.
        stop = CancellationTokenSource.CreateLinkedTokenSource(services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        incoming = new(socket, services.GetRequiredService<IOptions<ServerSettings>>().Value.MaxBodyBytes, Task.Delay(Timeout.InfiniteTimeSpan, stop.Token));
    }

    /// <summary>The messages of the client, each of them valid, until it goes, the service stops, or one is not.</summary>
    /// <typeparam name="T">What a message is.</typeparam>
    /// <param name="cancellation">Ends it without a word, as when the client has broken the connection off.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await QuietlyAsync(() => incoming.NextAsync(cancellation)) is { } text)
        {
            var (message, faults) = await services.GetRequiredService<MessageCheck>().ReadAsync<T>(text, services, [], cancellation);
            if (faults is not null)
            {
                await CloseAsync(
                    faults is [{ Type: "json_invalid" }] ? WebSocketCloseStatus.InvalidPayloadData : WebSocketCloseStatus.PolicyViolation, ReasonOf(faults));
                yield break;
            }
            yield return message!;
        }
    }

    /// <summary>Sends a message, one after another. Where the client has gone it does nothing.</summary>
    /// <typeparam name="T">What the message is.</typeparam>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task SendAsync<T>(T message, CancellationToken cancellation)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(message, services.GetRequiredService<StrictJson>().Options);
        await turn.WaitAsync(cancellation);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await QuietlyAsync(async () =>
                {
                    await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellation);
                    return "";
                });
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Ends the talk.</summary>
    /// <param name="status">Why.</param>
    /// <param name="reason">Why, in words, of which 123 bytes are sent.</param>
    public Task CloseAsync(WebSocketCloseStatus status, string? reason = null) => QuietlyAsync(async () =>
    {
        await incoming.CloseAsync(status, Cut(reason));
        return "";
    });

    /// <summary>Ends the talk, as far as nobody has ended it before.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync(WebSocketCloseStatus.NormalClosure);
        stop.Dispose();
        socket.Dispose();
        turn.Dispose();
    }

    /// <summary>That a client goes without a word is nothing to report.</summary>
    private static async Task<TResult?> QuietlyAsync<TResult>(Func<Task<TResult>> talk)
    {
        try
        {
            return await talk();
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            return default;
        }
    }

    private static string ReasonOf(IReadOnlyList<Fault> faults) =>
        string.Join("; ", faults.Select(fault => fault.Loc.Count == 1 ? fault.Msg : $"{string.Join('.', fault.Loc.Skip(1))}: {fault.Msg}"));

    private static string? Cut(string? reason)
    {
        while (reason is not null && Encoding.UTF8.GetByteCount(reason) > LongestReason)
        {
            reason = $"{reason.TrimEnd('…')[..^1]}…";
        }
        return reason;
    }
}

/// <summary>Accepts WebSockets.</summary>
public static class MessageSockets
{
    /// <summary>Accepts the WebSocket that a request asks for. <c>app.UseWebSockets()</c> stands in front, as in <see cref="IFeature.UseMiddleware"/>.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The WebSocket.</returns>
    /// <exception cref="ProblemException">426: the request asks for none.</exception>
    public static async Task<MessageSocket> AcceptMessagesAsync(this HttpContext http) => http.WebSockets.IsWebSocketRequest
        ? new(await http.WebSockets.AcceptWebSocketAsync(), http.RequestServices)
        : throw new ProblemException(new UpgradeRequiredProblem());
}
