using FastApiService.Features.Items;
using FastApiService.Features.Users;
using Microsoft.EntityFrameworkCore;

namespace FastApiService.Data;

/// <summary>The database. A unit of work: one for each request.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();
    public DbSet<User> Users => Set<User>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite sorts neither of the two as they are.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTimeConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<HundredthsConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Item>(item =>
        {
            item.Property(i => i.Name).HasMaxLength(100);
            item.HasIndex(i => i.Name).IsUnique();
            item.HasIndex(i => i.CreatedAt);
            item.Property(i => i.Description).HasMaxLength(1000);
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
