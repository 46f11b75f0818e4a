using FastApiStyle;
using Microsoft.Data.Sqlite;

namespace FastApiService.Data;

/// <summary>Where jobs are kept: in the database, saved with its data.</summary>
internal static class JobStorage
{
    public static JobOptions KeepInDatabase(this JobOptions jobs) => jobs.KeepInSqlite<AppDbContext>(
        SqliteFactory.Instance, services => services.GetRequiredService<DatabaseFile>().ConnectionString);
}
