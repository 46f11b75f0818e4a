using FastApiService.Platform.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FastApiService.Data;

/// <summary>
/// Brings the database up to date before the first request. Instances that start at once take turns by a lock on a
/// file, which the operating system lets go of however a process ends. EF Core's own lock is a row, which stays for
/// ever when a process is killed at the wrong moment; who holds the lock on the file may remove it.
/// </summary>
internal sealed class MigrationAtStart(
    IOptions<DatabaseSettings> settings, DatabaseFile file, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!settings.Value.MigrateAtStart)
        {
            return;
        }
        try
        {
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
        catch (Exception exception) when (exception is SqliteException or UnauthorizedAccessException or IOException)
        {
            throw new StartupException($"The database {file.Path} cannot be used: {exception.Message}", exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream($"{file.Path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists($"{file.Path}.lock"))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }
    }
}
