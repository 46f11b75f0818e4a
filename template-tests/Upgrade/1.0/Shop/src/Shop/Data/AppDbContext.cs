using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shop.Data;

/// <summary>The database. A unit of work: one for each request. Each feature says how its entities are kept.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot sort one as it is.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTimeConverter>();
        configurationBuilder.Conventions.Add(_ => new RelationalModelConvention());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
}

/// <summary>
/// Builds the relational model with the model. EF Core leaves it to the first request that needs it, and of two that need
/// it at the same moment one can fail.
/// </summary>
internal sealed class RelationalModelConvention : IModelFinalizedConvention
{
    public IModel ProcessModelFinalized(IModel model)
    {
        model.GetRelationalModel();
        return model;
    }
}

/// <summary>Keeps a time as the UTC time that it is, which sorts as it should.</summary>
internal sealed class UtcTimeConverter() : ValueConverter<DateTimeOffset, DateTime>(
    time => time.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>Keeps an amount of at most two decimal places as a whole number of hundredths, which is exact and sorts as it should.</summary>
internal sealed class HundredthsConverter() : ValueConverter<decimal, long>(
    amount => (long)(amount * 100),
    stored => stored / 100m);

/// <summary>Saving where the database decides: a look before would race with another request.</summary>
internal static class Saving
{
    // https://sqlite.org/rescode.html#extrc
    private const int UniqueViolation = 2067;
    private const int ForeignKeyViolation = 787;
    private const int RestrictViolation = 1811;

    /// <summary>Saves where something must be unique.</summary>
    /// <returns>False where something that must be unique stands already.</returns>
    public static async Task<bool> TrySaveUniqueAsync(this AppDbContext database, CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation })
        {
            return false;
        }
    }

    /// <summary>Whether saving failed since it refers to what is not there, or removes what is referred to.</summary>
    public static bool BreaksReference(this DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ForeignKeyViolation or RestrictViolation };
}
