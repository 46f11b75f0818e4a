using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FastApiService.Data;

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
