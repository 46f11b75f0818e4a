using FastApiService.Platform.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
        builder.Services.AddHostedService<MigrationAtStart>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
    }
}
