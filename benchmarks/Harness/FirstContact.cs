using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Asks a server that is about to start until it answers. A socket, so that no client has to wake up first.</summary>
internal static class FirstContact
{
    private static readonly byte[] Right = "HTTP/1.1 200"u8.ToArray();

    /// <exception cref="Failure">It ended, answered otherwise, or took too long.</exception>
    public static void Wait(int port, string path, Func<bool> patient, CancellationToken cancellation)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        while (!cancellation.IsCancellationRequested)
        {
            if (!patient())
            {
                throw new Failure($"The server on port {port} has ended, or does not answer.");
            }
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(IPAddress.Loopback, port);
            }
            catch (SocketException)
            {
                Thread.Sleep(1);
                continue;
            }
            socket.Send(request);
            Read(socket, path);
            return;
        }
        cancellation.ThrowIfCancellationRequested();
    }

    private static void Read(Socket socket, string path)
    {
        var buffer = new byte[64 * 1024];
        var first = socket.Receive(buffer);
        if (first < Right.Length || !buffer.AsSpan(0, Right.Length).SequenceEqual(Right))
        {
            throw new Failure($"{path} is answered by {Encoding.UTF8.GetString(buffer, 0, first)}");
        }
        while (socket.Receive(buffer) > 0)
        {
        }
    }
}
