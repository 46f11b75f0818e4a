using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Postgres;

/// <summary>A PostgreSQL server that a test can stop and start, as durable as one in production.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly bool IsRoot = Environment.UserName == "root";
    private readonly string folder = Directory.CreateTempSubdirectory("fastapi-style-postgres-").FullName;
    private readonly string programs = PostgresPrograms.Folder;
    private readonly int port = Loopback.FreePort();

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
}
