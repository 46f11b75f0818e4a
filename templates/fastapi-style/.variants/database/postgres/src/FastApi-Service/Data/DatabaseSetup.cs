using FastApiStyle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace FastApiService.Data;

/// <summary>The settings under <c>Database</c>.</summary>
public sealed record DatabaseSettings
{
    /// <summary>Whether the service brings the database up to date when it starts.</summary>
    public bool MigrateAtStart { get; init; } = true;
}

/// <summary>The database: PostgreSQL, on the server that <c>ConnectionStrings:Default</c> names.</summary>
public static class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.AddSettings<DatabaseSettings>("Database");
        builder.Services.AddSingleton(services => new DatabaseServer(
            services.GetRequiredService<IConfiguration>().GetConnectionString("Default")));
        builder.Services.AddDbContextPool<AppDbContext>((services, options) =>
            options.UseNpgsql(services.GetRequiredService<DatabaseServer>().ConnectionString)
                // A name that is taken is an answer, not an error; what nobody catches is logged where it ends.
                .ConfigureWarnings(warnings => warnings.Log(
                    (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                    (CoreEventId.QueryIterationFailed, LogLevel.Debug),
                    (RelationalEventId.CommandError, LogLevel.Debug),
                    (RelationalEventId.ConnectionError, LogLevel.Debug))));
        builder.Services.AddExceptionHandler<DatabaseProblems>();
        builder.Services.AddExceptionHandler<SavingProblems>();
        builder.Services.AddHostedService<MigrationAtStart>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
    }
}

/// <summary>Where the database is.</summary>
internal sealed class DatabaseServer
{
    private readonly NpgsqlConnectionStringBuilder connection;

    public DatabaseServer(string? setting)
    {
        try
        {
            connection = new NpgsqlConnectionStringBuilder(setting);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            throw new StartupException($"The setting ConnectionStrings:Default is wrong: {exception.Message}");
        }
        if (string.IsNullOrEmpty(connection.Host) || string.IsNullOrEmpty(connection.Database))
        {
            throw new StartupException("The setting ConnectionStrings:Default is incomplete: it names the database server, such as \"Host=localhost;Database=app;Username=app\".");
        }

        // So long may a request wait for a server that is away; Npgsql waits for 15 seconds.
        if (!setting!.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
        {
            connection.Timeout = 5;
        }
        ConnectionString = connection.ToString();
    }

    public string ConnectionString { get; }

    public string Database => connection.Database!;

    /// <summary>The name without the password.</summary>
    public string Name => $"{Database} on {connection.Host}:{connection.Port}";

    /// <summary>A connection of one's own, which is really closed when it is disposed.</summary>
    /// <param name="database">The name of another database of the server.</param>
    public NpgsqlConnection Connect(string? database = null) => new(
        new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database ?? Database, Pooling = false }.ToString());
}

/// <summary>Whether the database answers, and is up to date.</summary>
internal sealed class DatabaseCheck(AppDbContext database) : IHealthCheck
{
    private static bool? lacksMigration;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return (lacksMigration ??= database.Database.HasPendingModelChanges()) || (await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Unhealthy("A migration is missing, or has not been applied.") : HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (DatabaseProblems.IsAway(exception))
        {
            return HealthCheckResult.Unhealthy(exception.GetBaseException().Message);
        }
    }
}
