using System.Diagnostics;
using System.Net.Sockets;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Jobs;

/// <summary>A RabbitMQ server that a test can stop and start, with all that it listens to on this machine alone.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly string folder = Directory.CreateTempSubdirectory("fastapi-style-rabbitmq-").FullName;
    private readonly int port = Loopback.FreePort();
    private readonly int distribution = Loopback.FreePort();
    private readonly int names = Loopback.FreePort();
    private Process? process;

    public string Address => $"amqp://127.0.0.1:{port}";

    public static async Task<RabbitMqServer> New()
    {
        if (!File.Exists(Program) && !Debian.Install("rabbitmq-server"))
        {
            throw new InvalidOperationException("There is no RabbitMQ server: install it (on Debian: apt-get install rabbitmq-server).");
        }
        var server = new RabbitMqServer();
        await server.Start();
        return server;
    }

    public async Task Start()
    {
        process = new Process { StartInfo = Shell.Describe(Program, folder, [], Settings()) };
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var waits = 0; !await Answers(); waits++)
        {
            Assert.True(waits < 600 && !process.HasExited, "RabbitMQ did not start.");
            await Task.Delay(100);
        }
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public async Task Stop()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it where it does not run.</summary>
    public Task Ensure() => process is null ? Start() : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await Stop();
        }
        // The server of names, which RabbitMQ leaves running.
        await Shell.Run("epmd", "/", ["-port", $"{names}", "-kill"]);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> Answers()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            // It listens before it serves: to a wrong greeting it answers with its own.
            await client.GetStream().WriteAsync("AMQP\0\0\0\0"u8.ToArray());
            return await client.GetStream().ReadAsync(new byte[8]) == 8;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = folder,
        ["RABBITMQ_NODENAME"] = $"tests{port}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{port}",
        ["RABBITMQ_DIST_PORT"] = $"{distribution}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "none"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{names}",
    };
}
