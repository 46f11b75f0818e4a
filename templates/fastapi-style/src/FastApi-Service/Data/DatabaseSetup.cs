using FastApiStyle;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastApiService.Data;

/// <summary>The settings under <c>Database</c>.</summary>
public sealed record DatabaseSettings
{
    /// <summary>Whether the service brings the database up to date when it starts.</summary>
    public bool MigrateAtStart { get; init; } = true;
}

/// <summary>The database: SQLite, in the file that <c>ConnectionStrings:Default</c> names.</summary>
public static class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DatabaseSettings>("Database");
        builder.Services.AddSingleton(services => new DatabaseFile(
            services.GetRequiredService<IConfiguration>().GetConnectionString("Default"), builder.Environment.ContentRootPath));
        builder.Services.AddDbContextPool<AppDbContext>((services, options) =>
            options.UseSqlite(services.GetRequiredService<DatabaseFile>().ConnectionString)
                // A name that is taken is an answer, not an error; what nobody catches is logged where it ends.
                .ConfigureWarnings(warnings => warnings.Log(
                    (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                    (RelationalEventId.CommandError, LogLevel.Debug))));
        builder.Services.AddExceptionHandler<SavingProblems>();
        builder.Services.AddHostedService<MigrationAtStart>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
    }
}

/// <summary>Where the database is.</summary>
internal sealed class DatabaseFile
{
    public DatabaseFile(string? setting, string root)
    {
        SqliteConnectionStringBuilder connection;
        try
        {
            connection = new SqliteConnectionStringBuilder(setting);
        }
        catch (ArgumentException exception)
        {
            throw new StartupException($"The setting ConnectionStrings:Default is wrong: {exception.Message}");
        }
        if (connection.DataSource.Length == 0)
        {
            throw new StartupException("The setting ConnectionStrings:Default is missing: it names the database file, such as \"Data Source=storage/app.db\".");
        }

        Path = System.IO.Path.GetFullPath(connection.DataSource, root);
        connection.DataSource = Path;
        connection.ForeignKeys = true;
        ConnectionString = connection.ToString();
    }

    public string Path { get; }

    public string ConnectionString { get; }
}

/// <summary>Whether the database answers, and is up to date.</summary>
internal sealed class DatabaseCheck(AppDbContext database) : IHealthCheck
{
    private static bool? lacksMigration;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (lacksMigration ??= database.Database.HasPendingModelChanges()) || (await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("A migration is missing, or has not been applied.") : HealthCheckResult.Healthy();
}
