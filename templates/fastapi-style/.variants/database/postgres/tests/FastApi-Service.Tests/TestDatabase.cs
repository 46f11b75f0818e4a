using Npgsql;

namespace FastApiService.Tests;

/// <summary>A database of its own, on the server of the test run.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name = $"test_{Guid.NewGuid():N}";

    private TestDatabase()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Database = name }.ToString();
    }

    public string ConnectionString { get; }

    public static TestDatabase Create()
    {
        var database = new TestDatabase();
        using var connection = new NpgsqlConnection(Server());
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {database.name}", connection);
        command.ExecuteNonQuery();
        return database;
    }

    /// <summary>Ends all connections and takes no new ones, as a server does that is stopped.</summary>
    public Task GoAwayAsync() => DoAsync(
        $"ALTER DATABASE {name} ALLOW_CONNECTIONS false",
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");

    public Task ComeBackAsync() => DoAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");

    public async ValueTask DisposeAsync()
    {
        await using (var mine = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(mine);
        }
        await DoAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static string Server() => new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Database = "postgres" }.ToString();

    private static async Task DoAsync(params string[] statements)
    {
        await using var connection = new NpgsqlConnection(Server());
        await connection.OpenAsync();
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
