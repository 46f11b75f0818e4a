using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>A PostgreSQL server of this run's own, on the core of the clients: what is measured is the service that asks it.</summary>
internal sealed class Postgres : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fastapi-style-postgres-").FullName;
    private readonly string programs;
    private readonly int port = Server.FreePort();

    private Postgres(string programs)
    {
        this.programs = programs;
        AppDomain.CurrentDomain.ProcessExit += Stop;
    }

    public string Connection => $"Host=127.0.0.1;Port={port};Username=benchmarks;Database=benchmarks";

    public static async Task<Postgres> StartAsync(CancellationToken cancellation)
    {
        var programs = Find() ?? (await Debian.InstallAsync("postgresql", cancellation) ? Find() : null)
            ?? throw new Failure("There is no PostgreSQL server: apt-get install postgresql");
        var server = new Postgres(programs);
        if (Debian.IsRoot)
        {
            await Command.RunAsync("/", cancellation, "chown", "postgres", server.folder);
        }
        await server.RunAsync("initdb", ["-U", "benchmarks", "-A", "trust", "-E", "UTF8", "--no-locale"], cancellation);
        string[] start = ["start", "-w", "-l", Path.Combine(server.folder, "log"), "-o", $"-p {server.port} -c max_connections=300 -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"];
        await server.RunAsync("pg_ctl", start, cancellation);
        return server;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Stop;
        Stop(this, EventArgs.Empty);
    }

    private void Stop(object? sender, EventArgs e)
    {
        RunAsync("pg_ctl", ["stop", "-m", "immediate"], CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        string[] command = ["taskset", "-c", Machine.ClientCore, Path.Combine(programs, program), "-D", Path.Combine(folder, "data"), .. arguments];
        return Command.RunAsync("/", cancellation, Debian.IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command);
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
                : [])
            .FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "initdb")));
}
