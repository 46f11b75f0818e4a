using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace FastApiStyle;

/// <summary>The tables in which jobs wait, for a migration: they are made as all others are, whoever applies it.</summary>
public static class JobTables
{
    /// <summary>Creates them, by the script of Quartz.NET for this database.</summary>
    /// <param name="migration">The migration.</param>
    public static void CreateJobTables(this MigrationBuilder migration)
    {
        var database = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? "sqlite" : "postgres";
        using var script = typeof(IScheduler).Assembly.GetManifestResourceStream($"Quartz.Impl.AdoJobStore.Schema.create_{database}.sql")
            ?? throw new InvalidOperationException("Quartz.NET has no script for this database.");
        using var reader = new StreamReader(script);
        migration.Sql(reader.ReadToEnd());
    }

    /// <summary>Drops them.</summary>
    /// <param name="migration">The migration.</param>
    public static void DropJobTables(this MigrationBuilder migration)
    {
        // What refers to another one first.
        string[] tables =
        [
            "fired_triggers", "paused_trigger_grps", "scheduler_state", "locks", "simple_triggers", "simprop_triggers", "cron_triggers",
            "blob_triggers", "triggers", "job_details", "calendars",
        ];
        foreach (var table in tables)
        {
            migration.Sql($"DROP TABLE IF EXISTS qrtz_{table};");
        }
    }
}
