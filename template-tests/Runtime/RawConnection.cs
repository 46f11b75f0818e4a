using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>A connection on which a test says exactly the bytes that it means.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<byte> unread = [];

    public static async Task<RawConnection> Open(Uri address)
    {
        var connection = new RawConnection();
        await connection.socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        return connection;
    }

    public static string Request(string method, string path, string contentType = "", string body = "", string headers = "") =>
        $"{method} {path} HTTP/1.1\r\nHost: shop.example\r\n{headers}"
        + (contentType.Length == 0 ? "" : $"Content-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")
        + $"\r\n{body}";

    public async Task Send(string text)
    {
        for (ReadOnlyMemory<byte> bytes = Encoding.UTF8.GetBytes(text); bytes.Length > 0;)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    /// <summary>Says that nothing more comes, and still listens.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <returns>The next whole answer, or null where the connection ends before its first byte.</returns>
    public async Task<RawAnswer?> Read()
    {
        int end;
        while ((end = Text().IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (!await ReadMore())
            {
                return unread.Count == 0 ? null : throw new IOException($"The answer breaks off: {Text()}");
            }
        }

        var head = Text()[..end];
        unread.RemoveRange(0, end + 4);
        var body = Header(head, "Transfer-Encoding") == "chunked"
            ? await ReadChunks()
            : await ReadBytes(int.Parse(Header(head, "Content-Length") ?? "0"));
        return new RawAnswer(int.Parse(head.Split(' ')[1]), head, body);
    }

    public void Dispose() => socket.Dispose();

    internal static string? Header(string head, string name) => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private async Task<string> ReadChunks()
    {
        var body = new StringBuilder();
        while (true)
        {
            int end;
            while ((end = Text().IndexOf("\r\n", StringComparison.Ordinal)) < 0)
            {
                await MustReadMore();
            }

            var size = Convert.ToInt32(Text()[..end], 16);
            unread.RemoveRange(0, end + 2);
            body.Append((await ReadBytes(size + 2))[..^2]);
            if (size == 0)
            {
                return body.ToString();
            }
        }
    }

    private async Task<string> ReadBytes(int count)
    {
        while (unread.Count < count)
        {
            await MustReadMore();
        }

        var text = Encoding.Latin1.GetString([.. unread.Take(count)]);
        unread.RemoveRange(0, count);
        return text;
    }

    private async Task MustReadMore()
    {
        if (!await ReadMore())
        {
            throw new IOException($"The answer breaks off: {Text()}");
        }
    }

    private async Task<bool> ReadMore()
    {
        var buffer = new byte[16 * 1024];
        var count = await socket.ReceiveAsync(buffer).WaitAsync(Patience);
        unread.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }

    private string Text() => Encoding.Latin1.GetString([.. unread]);
}

internal sealed record RawAnswer(int Status, string Head, string Body)
{
    public string? Header(string name) => RawConnection.Header(Head, name);
}
