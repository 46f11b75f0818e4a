using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Library.Reference.Notions;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>What the recorded requests cannot ask of the port.</summary>
public sealed class PortTests
{
    // 162 in FastAPI, times 1.3.
    private const int LongestPort = 210;

    [Fact]
    public void The_port_is_at_most_a_third_longer_than_the_application() => Assert.InRange(
        Directory.GetFiles(Path.Combine(Repository.Root, "template-tests", "Library", "Reference", "Port")).Sum(file => File.ReadLines(file).Count()), 1, LongestPort);

    [Fact]
    public async Task The_port_keeps_what_its_document_says()
    {
        await using var service = await PlayedPort.Service().Start();
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", "user:ada@example.com");

        // Ten times the largest number is none, which FastAPI fails over, too.
        await Contract.AttackAsync(service.Client, attack => attack.Skip("items-read_number", "of a huge factor there is no product"));
    }

    [Fact]
    public async Task Who_signs_up_is_written_to_after_the_answer()
    {
        await using var service = await PlayedPort.Service().Start();
        using var answer = await service.Post("/users", """{"email": "ada@example.com", "password": "analytical"}""");

        Assert.Equal("ada@example.com", await service.Services.GetRequiredService<Channel<string>>().Reader.ReadAsync());
    }

    [Fact]
    public async Task A_WebSocket_echoes_what_it_is_told()
    {
        await using var service = await PlayedPort.Service().Start();
        using var socket = new ClientWebSocket();

        await socket.ConnectAsync(new UriBuilder(service.Address) { Scheme = "ws", Path = "/echo" }.Uri, CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        var closing = await socket.ReceiveAsync(new byte[100], CancellationToken.None);

        Assert.Equal("""{"echo":"hello"}""", Encoding.UTF8.GetString(buffer, 0, received.Count));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, closing.CloseStatus);
    }
}
