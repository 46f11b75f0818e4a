using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>Connections that a client keeps open. Sockets alone: an <see cref="HttpClient"/> would spend more on them than a server.</summary>
internal sealed class OpenConnections(int port, int count, string path) : IDisposable
{
    private readonly List<Socket> sockets = [];
    private readonly byte[] request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    private readonly byte[] buffer = new byte[4096];

    /// <summary>Requests over a few connections, which are closed again.</summary>
    public static void Warm(int port, string path)
    {
        using var few = new OpenConnections(port, 100, path);
        few.Open(CancellationToken.None);
        few.AskAll(CancellationToken.None);
    }

    /// <summary>Opens all of them. Each is answered once, so that the server has all that it keeps for one.</summary>
    /// <exception cref="Failure">One was not answered, or the system allows fewer.</exception>
    public void Open(CancellationToken cancellation)
    {
        while (sockets.Count < count)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 };
                sockets.Add(socket);
                socket.Connect(IPAddress.Loopback, port);
            }
            catch (SocketException exception)
            {
                throw new Failure($"After {sockets.Count - 1} connections: {exception.Message}. `ulimit -n` has to allow more than {count}.");
            }
            Ask(sockets[^1]);
        }
    }

    /// <summary>Each is asked once more: all requests are sent before the first answer is read.</summary>
    public TimeSpan AskAll(CancellationToken cancellation)
    {
        var begin = Stopwatch.GetTimestamp();
        foreach (var socket in sockets)
        {
            socket.Send(request);
        }
        foreach (var socket in sockets)
        {
            cancellation.ThrowIfCancellationRequested();
            Read(socket);
        }
        return Stopwatch.GetElapsedTime(begin);
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private void Ask(Socket socket)
    {
        socket.Send(request);
        Read(socket);
    }

    /// <summary>The answer is whole: it ends with its short body.</summary>
    private void Read(Socket socket)
    {
        var read = 0;
        while (!Encoding.ASCII.GetString(buffer, 0, read).EndsWith("Hello", StringComparison.Ordinal))
        {
            var more = socket.Receive(buffer.AsSpan(read));
            read += more > 0 ? more : throw new Failure($"A connection of {count} was closed by the server.");
        }
    }
}
