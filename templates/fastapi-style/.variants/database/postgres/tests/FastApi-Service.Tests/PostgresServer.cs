using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace FastApiService.Tests;

/// <summary>
/// The PostgreSQL server of a test run: the one that the environment variable <c>TEST_DATABASE</c> names by a connection
/// string of a user who may create databases, or else one of its own, in a folder that is gone when the run ends.
/// </summary>
internal static class PostgresServer
{
    private const string HowToGet =
        "These tests need PostgreSQL: install its server (on Debian: apt-get install postgresql), or name one in TEST_DATABASE, such as \"Host=localhost;Username=postgres;Password=secret\".";

    // It ends when its input does, which the operating system closes however the tests end.
    private const string Script = """
        folder=$(mktemp -d) && cd "$folder" || exit 1
        trap '"$1/pg_ctl" stop -D data -m immediate >&2; cd /; rm -rf "$folder"' EXIT
        trap 'exit 1' INT TERM
        echo "$PGPASSWORD" > password
        "$1/initdb" -D data -U tests -A scram-sha-256 --pwfile=password -E UTF8 --no-locale --no-sync > log 2>&1 &&
        "$1/pg_ctl" start -w -D data -l log -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" > /dev/null ||
        { cat log >&2; exit 1; }
        echo ready
        read -r _
        """;

    private static readonly Lazy<string> Started = new(Start);

    // Kept, for its input would be closed when it is collected.
    private static Process? process;

    /// <summary>How to connect to it, without the name of a database.</summary>
    public static string ConnectionString =>
        Environment.GetEnvironmentVariable("TEST_DATABASE") is { Length: > 0 } named ? named : Started.Value;

    private static string Start()
    {
        var programs = FindPrograms() ?? throw new InvalidOperationException(HowToGet);
        var (port, password) = (FreePort(), Guid.NewGuid().ToString());
        // PostgreSQL refuses to run as root.
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", "sh"] : ["sh"];
        process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], "-c", Script, "tests", programs, $"{port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PGPASSWORD"] = password },
        })!;
        return process.StandardOutput.ReadLine() == "ready"
            ? new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "tests", Password = password }.ToString()
            : throw new InvalidOperationException($"PostgreSQL does not start: {process.StandardError.ReadToEnd()}");
    }

    private static string? FindPrograms() => OperatingSystem.IsWindows() ? null :
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Versions("/usr/lib/postgresql")).Concat(Versions("/opt/homebrew/opt"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static IEnumerable<string> Versions(string folder) => Directory.Exists(folder)
        ? Directory.GetDirectories(folder).OrderDescending().Select(version => Path.Combine(version, "bin"))
        : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
