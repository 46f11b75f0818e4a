using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>A server that runs, alone with others on the first core.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly IDisposable end;
    private readonly string? compiled;

    private Server(Process process, int port, string? compiled) => (this.process, Port, this.compiled, end) = (process, port, compiled, Running.Add(process));

    public int Port { get; }

    /// <summary>How often its runtime has compiled a method, where that is counted; 0 for one that compiles nothing.</summary>
    public int CompiledMethods => File.Exists(compiled) ? File.ReadLines(compiled).Count() : 0;

    /// <summary>From the start of the process to the end of its first answer.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>How long the processor was at work for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What is resident of it, in MiB.</summary>
    public double Memory
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line["VmRSS:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Starts it, and asks for <paramref name="path"/> until it answers.</summary>
    public static Server Start(Launch launch, string path, CancellationToken cancellation)
    {
        var port = FreePort();
        // Each of them becomes the next one, so the process that is started is the server at last.
        var start = new ProcessStartInfo("sh", ["-c", "exec taskset -c \"$0\" \"$@\" < /dev/null > \"$LOG\" 2>&1", Machine.ServerCore, .. launch.Command(port)])
        {
            WorkingDirectory = launch.Folder,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(name);
        }
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }
        start.Environment["LOG"] = launch.Log;

        var begin = Stopwatch.GetTimestamp();
        var server = new Server(Process.Start(start)!, port, launch.Compiled);
        try
        {
            FirstContact.Wait(port, path, () => !server.process.HasExited && Stopwatch.GetElapsedTime(begin) < Patience, cancellation);
        }
        catch
        {
            server.Dispose();
            throw;
        }
        server.FirstAnswer = Stopwatch.GetElapsedTime(begin);
        return server;
    }

    public void Dispose()
    {
        end.Dispose();
        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name.StartsWith("Logging__", StringComparison.Ordinal) || name.StartsWith("OTEL_", StringComparison.Ordinal)
        || (name.StartsWith("DOTNET_", StringComparison.Ordinal) && !name.StartsWith("DOTNET_ROOT", StringComparison.Ordinal));
}
