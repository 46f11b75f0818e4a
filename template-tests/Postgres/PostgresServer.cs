using System.Net;
using System.Net.Sockets;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Postgres;

/// <summary>A PostgreSQL server that a test can stop and start, as durable as one in production.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly bool IsRoot = Environment.UserName == "root";
    private readonly string folder = Directory.CreateTempSubdirectory("fastapi-style-postgres-").FullName;
    private readonly string programs = Find() ?? (Debian.Install("postgresql") ? Find() : null)
        ?? throw new InvalidOperationException("There is no PostgreSQL server: install it (on Debian: apt-get install postgresql).");

    private readonly int port = FreePort();

    public static async Task<PostgresServer> New()
    {
        var server = new PostgresServer();
        if (IsRoot)
        {
            (await Shell.Run("chown", "/", ["postgres", server.folder])).MustSucceed();
        }

        await server.Do("initdb", "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-locale");
        await server.Start();
        return server;
    }

    public string Connection(string database) => $"Host=127.0.0.1;Port={port};Username=tests;Database={database}";

    public Task Start() => Do(
        "pg_ctl", "start", "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");

    public Task Stop() => Do("pg_ctl", "stop", "-m", "fast");

    /// <summary>Starts it where it does not run.</summary>
    public async Task Ensure()
    {
        if ((await Run("pg_ctl", "status")).ExitCode != 0)
        {
            await Start();
        }
    }

    /// <returns>What a query answers, without headings.</returns>
    public async Task<string> Ask(string database, string sql) => (await Shell.Run(
        Path.Combine(programs, "psql"), "/", ["-h", "127.0.0.1", "-p", $"{port}", "-U", "tests", "-At", "-c", sql, database])).MustSucceed().Output.Trim();

    public async ValueTask DisposeAsync()
    {
        await Run("pg_ctl", "stop", "-m", "immediate");
        Directory.Delete(folder, recursive: true);
    }

    private async Task Do(string program, params string[] arguments) => (await Run(program, arguments)).MustSucceed();

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task<CommandResult> Run(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(programs, program), "-D", Path.Combine(folder, "data"), .. arguments];
        return IsRoot ? Shell.Run("runuser", "/", ["-u", "postgres", "--", .. command]) : Shell.Run(command[0], "/", command[1..]);
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
                : [])
            .FirstOrDefault(folder => new[] { "initdb", "pg_ctl", "psql" }.All(program => File.Exists(Path.Combine(folder, program))));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
