using FastApiService.Features.Items;
using FastApiService.Features.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FastApiService.Data;

/// <summary>The database. A unit of work: one for each request.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();
    public DbSet<User> Users => Set<User>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot sort one as it is.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTimeConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Item>(item =>
        {
            item.Property(i => i.Name).HasMaxLength(100);
            item.HasIndex(i => i.Name).IsUnique();
            item.HasIndex(i => i.CreatedAt);
            item.Property(i => i.Description).HasMaxLength(1000);
            item.Property(i => i.Price).HasConversion<HundredthsConverter>();
            item.Property(i => i.Status).HasConversion<string>().HasMaxLength(20);
        });
        modelBuilder.Entity<User>(user =>
        {
            user.Property(u => u.Email).HasMaxLength(254);
            user.Property(u => u.NormalizedEmail).HasMaxLength(254);
            user.HasIndex(u => u.NormalizedEmail).IsUnique();
        });
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

/// <summary>Saving where something must be unique.</summary>
internal static class Saving
{
    // SQLITE_CONSTRAINT_UNIQUE: https://sqlite.org/rescode.html#constraint_unique
    private const int UniqueViolation = 2067;

    /// <summary>Saves, and lets the database decide what is unique: a look before would race with another request.</summary>
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
}

/// <summary>Text to look for with LIKE, where <c>%</c> and <c>_</c> stand for themselves.</summary>
internal static class LikePattern
{
    public const string EscapeCharacter = "\\";

    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
