using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Cache;

/// <summary>A Redis server that a test can kill, start again, and keep from answering.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly int port = Loopback.FreePort();
    private Process? process;

    public string Connection => $"127.0.0.1:{port}";

    public async Task Start()
    {
        // It does not ask what the environment says, and writes nothing.
        process = Process.Start(new ProcessStartInfo(
            RedisPrograms.Server, ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath()])
        {
            RedirectStandardOutput = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (!IsThere())
        {
            Assert.False(process.HasExited, "Redis does not start.");
            await Task.Delay(10);
        }
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task Kill()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    /// <summary>Keeps its connections open, and does not answer.</summary>
    public Task Freeze() => Signal("STOP");

    public Task Thaw() => Signal("CONT");

    public async ValueTask DisposeAsync() => await Kill();

    private async Task Signal(string name) => (await Shell.Run("kill", "/", [$"-{name}", $"{process!.Id}"])).MustSucceed();

    private bool IsThere()
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
}
