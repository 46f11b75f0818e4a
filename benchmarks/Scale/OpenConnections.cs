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
                sockets.Add(new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000 });
                sockets[^1].Connect(IPAddress.Loopback, port);
            }
            catch (SocketException exception)
            {
                throw new Failure($"Of {count} connections number {sockets.Count} could not be opened: {exception.Message}. `ulimit -n` has to allow more.");
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

    private void Read(Socket socket)
    {
        var read = 0;
        while (!IsWhole(Encoding.ASCII.GetString(buffer, 0, read)))
        {
            try
            {
                var more = socket.Receive(buffer.AsSpan(read));
                read += more > 0 ? more : throw new Failure($"Of {count} connections the server has closed one.");
            }
            catch (SocketException exception)
            {
                throw new Failure($"Of {count} connections one is not answered: {exception.Message}");
            }
        }
    }

    /// <summary>It ends with its short body, or with the last of its chunks.</summary>
    private static bool IsWhole(string answer) =>
        answer.EndsWith("Hello", StringComparison.Ordinal) || answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal);
}
