using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace FastApiStyle;

/// <summary>The tables in which jobs wait, for a migration: they are made as all others are, whoever applies it.</summary>
public static partial class JobTables
{
    /// <summary>Creates them, by the script of Quartz.NET for this database.</summary>
    /// <param name="migration">The migration.</param>
    public static void CreateJobTables(this MigrationBuilder migration)
    {
        foreach (var statement in Separator().Split(Script(migration)))
        {
            migration.Sql(statement);
        }
    }

    /// <summary>Drops them.</summary>
    /// <param name="migration">The migration.</param>
    public static void DropJobTables(this MigrationBuilder migration)
    {
        // What refers to another one first.
        foreach (var table in Table().Matches(Script(migration)).Reverse())
        {
            migration.Sql($"DROP TABLE IF EXISTS {table.Groups[1].Value};");
        }
    }

    private static string Script(MigrationBuilder migration)
    {
        var database = migration.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal) ? "sqlite" : "postgres";
        using var script = typeof(IScheduler).Assembly.GetManifestResourceStream($"Quartz.Impl.AdoJobStore.Schema.create_{database}.sql")
            ?? throw new InvalidOperationException("Quartz.NET has no script for this database.");
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().Replace("{0}", "QRTZ_", StringComparison.Ordinal).Replace("{1}", "QRTZ_", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^--;;\r?$", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^CREATE TABLE IF NOT EXISTS (\w+)", RegexOptions.Multiline)]
    private static partial Regex Table();
}
