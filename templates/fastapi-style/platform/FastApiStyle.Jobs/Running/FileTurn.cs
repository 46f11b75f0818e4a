using System.Data.Common;

namespace FastApiStyle.Jobs.Running;

/// <summary>
/// Lets one process at a time run the jobs of a SQLite file, since Quartz.NET has no cluster there. A lock on a file, which the operating
/// system lets go of however a process ends.
/// </summary>
internal sealed class FileTurn : IDisposable
{
    private readonly FileStream file;

    private FileTurn(FileStream file) => this.file = file;

    /// <returns>The turn, or null where the wait was cancelled.</returns>
    public static async Task<FileTurn?> TakeAsync(DbProviderFactory provider, string connectionString, CancellationToken cancellation)
    {
        var connection = provider.CreateConnectionStringBuilder()!;
        connection.ConnectionString = connectionString;
        var path = $"{connection["Data Source"]}-jobs";
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                return new FileTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another instance has it, or the folder is not there before the database is.
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        return null;
    }

    public void Dispose() => file.Dispose();
}
