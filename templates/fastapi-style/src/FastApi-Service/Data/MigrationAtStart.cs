using System.Reflection;
using FastApiStyle;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;

namespace FastApiService.Data;

/// <summary>
/// Brings the database up to date before the first request. Instances that start at once take turns by a lock on a
/// file, which the operating system lets go of however a process ends. EF Core's own lock is a row, which stays for
/// ever when a process is killed at the wrong moment; who holds the lock on the file may remove it.
/// </summary>
internal sealed class MigrationAtStart(
    IOptions<DatabaseSettings> settings, DatabaseFile file, IServiceScopeFactory scopes, IHostEnvironment environment) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Value.MigrateAtStart)
        {
            return;
        }
        try
        {
            // A change that lacks its migration is found where it is made, and where tests make a database: other starts do not wake EF Core.
            if (!environment.IsDevelopment() && await IsUpToDateAsync(cancellationToken))
            {
                return;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            await using var turn = await TakeTurnAsync(cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database;
            if (await database.CanConnectAsync(cancellationToken))
            {
                await database.ExecuteSqlRawAsync(
                    """DROP TABLE IF EXISTS "__EFMigrationsLock"; PRAGMA journal_mode = WAL;""", cancellationToken);
            }
            await database.MigrateAsync(cancellationToken);
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains(nameof(RelationalEventId.PendingModelChangesWarning)))
        {
            throw new StartupException("Entities or their tables have changed, and no migration says so: "
                + """dotnet tool exec dotnet-ef migrations add DescribeTheChange --project "src/FastApi-Service" --output-dir Data/Migrations""", exception);
        }
        catch (Exception exception) when (exception is SqliteException or UnauthorizedAccessException or IOException)
        {
            throw new StartupException($"The database {file.Path} cannot be used: {exception.Message}", exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asks without EF Core, which takes longer to wake than all the rest of the service.</summary>
    private async Task<bool> IsUpToDateAsync(CancellationToken cancellation)
    {
        if (!File.Exists(file.Path))
        {
            return false;
        }
        await using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'""";
        if (await command.ExecuteScalarAsync(cancellation) is 0L)
        {
            return false;
        }
        command.CommandText = """SELECT group_concat("MigrationId") FROM "__EFMigrationsHistory" """;
        var applied = $"{await command.ExecuteScalarAsync(cancellation)}".Split(',');
        return typeof(AppDbContext).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .All(id => id is null || applied.Contains(id));
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream($"{file.Path}-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists($"{file.Path}-lock"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }
}
