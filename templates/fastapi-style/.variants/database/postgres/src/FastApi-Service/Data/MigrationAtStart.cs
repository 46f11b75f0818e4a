using System.Diagnostics;
using System.Reflection;
using FastApiStyle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FastApiService.Data;

/// <summary>
/// Brings the database up to date before the first request, and creates it where it is missing. Instances that start at
/// once take turns by a lock that the server lets go of however a process ends. A server that is away is waited for.
/// </summary>
internal sealed partial class MigrationAtStart(
    IOptions<DatabaseSettings> settings, DatabaseServer server, IServiceScopeFactory scopes,
    IHostEnvironment environment, ILogger<MigrationAtStart> logger) : IHostedService
{
    private const long Turn = 0x4D69_6772_6174_6521;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Value.MigrateAtStart)
        {
            return;
        }
        for (var start = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                await UpdateAsync(cancellationToken);
                return;
            }
            catch (InvalidOperationException exception) when (exception.Message.Contains(nameof(RelationalEventId.PendingModelChangesWarning)))
            {
                throw new StartupException("Entities or their tables have changed, and no migration says so: "
                    + """dotnet tool exec dotnet-ef migrations add DescribeTheChange --project "src/FastApi-Service" --output-dir Data/Migrations""", exception);
            }
            catch (Exception exception) when (CauseOf(exception) is { } cause)
            {
                if (!MayComeBack(cause) || Stopwatch.GetElapsedTime(start) > Patience)
                {
                    throw new StartupException($"The database {server.Name} cannot be used: {Reason(cause).TrimEnd('.')}.", exception);
                }
                LogWaiting(logger, server.Name, Reason(cause));
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task UpdateAsync(CancellationToken cancellation)
    {
        try
        {
            // A change that lacks its migration is found where it is made, and where tests make a database: other starts do not wake EF Core.
            if (await IsUpToDateAsync(cancellation) && !environment.IsDevelopment())
            {
                return;
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateDatabaseAsync(cancellation);
        }

        await using var connection = server.Connect();
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Turn})", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database;
        // A large table takes its time.
        database.SetCommandTimeout(0);
        await database.MigrateAsync(cancellation);
    }

    /// <summary>Asks without EF Core, which takes longer to wake than all the rest of the service.</summary>
    private async Task<bool> IsUpToDateAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, connection);
        var applied = new HashSet<string>();
        try
        {
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                applied.Add(rows.GetString(0));
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return false;
        }
        return typeof(AppDbContext).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .All(id => id is null || applied.Contains(id));
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellation)
    {
        await using var connection = server.Connect("postgres");
        await connection.OpenAsync(cancellation);
        var name = server.Database.Replace("\"", "\"\"", StringComparison.Ordinal);
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        // Another instance was faster.
        catch (PostgresException exception)
            when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartupException($"The database {server.Name} does not exist, and its user may not create it.", exception);
        }
    }

    // EF Core wraps what may pass.
    private static NpgsqlException? CauseOf(Exception exception) =>
        exception as NpgsqlException ?? (exception as InvalidOperationException)?.InnerException as NpgsqlException;

    private static bool MayComeBack(NpgsqlException exception) =>
        exception.IsTransient || exception.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;

    private static string Reason(NpgsqlException exception) =>
        exception is PostgresException refused ? refused.MessageText : exception.GetBaseException().Message;

    [LoggerMessage(LogLevel.Warning, "Waiting for the database {Name}: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string name, string reason);
}
