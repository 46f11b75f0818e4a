using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FastApiService.Data;

/// <summary>The database. A unit of work: one for each request. Each feature says how its entities are kept.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepWhatCanBeKept();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepWhatCanBeKept();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // PostgreSQL keeps no offsets, and Npgsql takes none.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTimeConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Conventions.Add(_ => new RelationalModelConvention());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);

    /// <summary>Makes what an answer says of an entity that was just saved the same as what is read later.</summary>
    private void KeepWhatCanBeKept()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                Keep(property);
            }
        }
    }

    private static void Keep(PropertyEntry property)
    {
        switch (property.CurrentValue)
        {
            case DateTimeOffset time:
                property.CurrentValue = UtcTimeConverter.Kept(time);
                break;
            case DateTime time:
                property.CurrentValue = UtcDateTimeConverter.Kept(time);
                break;
            case decimal amount when property.Metadata.GetScale() is { } scale:
                property.CurrentValue = decimal.Round(amount, scale, MidpointRounding.AwayFromZero);
                break;
        }
    }
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

/// <summary>Keeps a time as the UTC time that it is, in whole microseconds.</summary>
internal sealed class UtcTimeConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => Kept(time), stored => stored)
{
    public static DateTimeOffset Kept(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}

/// <summary>Keeps a time as UTC, which one without a zone is taken for, in whole microseconds.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(time => Kept(time), stored => stored)
{
    public static DateTime Kept(DateTime time)
    {
        var utc = time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
        return new(utc.Ticks - utc.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
    }
}
