using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FastApiService.Tests;

/// <summary>A Redis server of a test, on a free port of this machine. Where there is none to start, the test is skipped; with <c>CI=true</c> it fails.</summary>
internal sealed class RedisServer
{
    private const string HowToGet = "This test needs Redis: install its server (on Debian: apt-get install redis-server).";

    // It ends when its input does, which the operating system closes however the tests end.
    private const string Script = """
        "$1" --port "$2" --bind 127.0.0.1 --save '' --appendonly no --dir /tmp > /dev/null &
        server=$!
        trap 'kill -9 $server' EXIT
        trap 'exit 1' INT TERM
        read -r _
        """;

    private Process? process;

    /// <summary>Starts it.</summary>
    /// <returns>Its connection string.</returns>
    public string Start()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);
        if (program is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new InvalidOperationException(HowToGet);
        }
        Assert.SkipWhen(program is null, HowToGet);
        var port = FreePort();
        process = Process.Start(new ProcessStartInfo("sh", ["-c", Script, "tests", program!, $"{port}"]) { RedirectStandardInput = true })!;
        while (!IsThere(port) && !process.HasExited)
        {
            Thread.Sleep(10);
        }
        return $"127.0.0.1:{port}";
    }

    /// <summary>Ends it as a power cut does.</summary>
    public void Stop()
    {
        process?.StandardInput.Close();
        process?.WaitForExit();
        process = null;
    }

    private static bool IsThere(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
