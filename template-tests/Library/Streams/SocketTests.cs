using System.Net.WebSockets;
using System.Text;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Streams;

/// <summary>Messages over a WebSocket, between a client and a server of their own.</summary>
public sealed class SocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Each_valid_message_is_answered_however_it_is_cut()
    {
        await using var service = await Start(out _);
        using var socket = await Connect(service);
        var large = new string('잔', 20_000);

        await Send(socket, "{\"text\":", end: false);
        await Send(socket, $"\"{large}\"}}");

        Assert.Equal($$"""{"text":"{{large}}","count":1}""", await Receive(socket));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        Assert.Empty(service.Log.Errors);
    }

    [Theory]
    [InlineData("""{"text":" ","count":0}""", 1008, "text: String should match pattern '\\S'; count: Input should be greater than 0")]
    [InlineData("""{"text":7}""", 1008, "text: Input should be a valid string")]
    [InlineData("null", 1008, "Field required")]
    [InlineData("{", 1007, "JSON decode error")]
    [InlineData("", 1007, "JSON decode error")]
    [InlineData("\0", 1003, "A message is text, in JSON.", WebSocketMessageType.Binary)]
    public async Task A_message_that_is_not_valid_ends_the_talk_and_says_why(string message, int status, string reason, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        await using var service = await Start(out var ends);
        using var socket = await Connect(service);

        await Send(socket, message, type);

        Assert.Equal("", await Receive(socket));
        Assert.Equal((status, reason), ((int)socket.CloseStatus!, socket.CloseStatusDescription));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        await ends.Talk.Task.WaitAsync(Patience);
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task A_message_that_is_larger_than_a_body_may_be_is_1009()
    {
        await using var service = await Start(out _);
        using var socket = await Connect(service);

        await Send(socket, new string(' ', 1024 * 1024 + 1));

        Assert.Equal("", await Receive(socket));
        Assert.Equal(1009, (int)socket.CloseStatus!);
    }

    /// <summary>By the framework, which breaks the connection off.</summary>
    [Fact]
    public async Task A_text_that_is_no_UTF8_ends_the_talk_and_is_no_error()
    {
        await using var service = await Start(out var ends);
        using var socket = await Connect(service);

        await socket.SendAsync(new byte[] { 0x22, 0xFF, 0x22 }, WebSocketMessageType.Text, true, default);

        await ends.Talk.Task.WaitAsync(Patience);
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task A_stop_is_told_by_1001_and_waits_for_the_goodbye()
    {
        await using var service = await Start(out var ends);
        using var socket = await Connect(service);
        await Send(socket, """{"text":"a"}""");
        await Receive(socket);

        var stopping = service.Stop();

        Assert.Equal("", await Receive(socket));
        Assert.Equal((1001, "The service stops."), ((int)socket.CloseStatus!, socket.CloseStatusDescription));
        Assert.False(ends.Talk.Task.IsCompleted);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        await stopping.WaitAsync(Patience);
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task A_client_that_goes_without_a_word_ends_the_talk_and_is_no_error()
    {
        await using var service = await Start(out var ends);
        var socket = await Connect(service);
        await Send(socket, """{"text":"a"}""");
        await Receive(socket);

        socket.Abort();

        await ends.Talk.Task.WaitAsync(Patience);
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task Who_asks_over_HTTP_is_told_to_upgrade()
    {
        await using var service = await Start(out _);

        var answer = await service.Client.GetAsync("/echo");

        await answer.MustBeProblem(426);
        Assert.Equal("websocket", $"{answer.Headers.Upgrade}");
    }

    private static Task<LibraryService> Start(out Ends ends)
    {
        var own = ends = new Ends();
        return new LibraryService(typeof(TalksFeature)) { Add = builder => builder.Services.AddSingleton(own) }.Start();
    }

    private static async Task<ClientWebSocket> Connect(LibraryService service)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new($"ws://{service.Address.Authority}/echo"), default);
        return socket;
    }

    private static async Task Send(ClientWebSocket socket, string message, WebSocketMessageType type = WebSocketMessageType.Text, bool end = true) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), type, end, default);

    private static async Task<string> Receive(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), default).AsTask().WaitAsync(Patience);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(message.ToArray());
    }
}
