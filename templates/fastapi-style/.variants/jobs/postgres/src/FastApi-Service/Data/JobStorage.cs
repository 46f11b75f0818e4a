using FastApiStyle;
using Npgsql;

namespace FastApiService.Data;

/// <summary>Where jobs are kept: in the database, saved with its data.</summary>
internal static class JobStorage
{
    public static JobOptions KeepInDatabase(this JobOptions jobs) => jobs.KeepInPostgres<AppDbContext>(
        NpgsqlFactory.Instance, services => services.GetRequiredService<DatabaseServer>().ConnectionString);
}
