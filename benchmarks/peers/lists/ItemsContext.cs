using Microsoft.EntityFrameworkCore;

internal sealed class ItemsContext(DbContextOptions<ItemsContext> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var item = modelBuilder.Entity<Item>();
        item.Property(each => each.Status).HasConversion<string>();
        if (Database.IsNpgsql())
        {
            item.Property(each => each.Price).HasPrecision(9, 2);
            return;
        }
        // SQLite has neither, so the scaffold keeps them in this way.
        item.Property(each => each.Price).HasConversion(price => (long)(price * 100), stored => stored / 100m);
        item.Property(each => each.CreatedAt).HasConversion(time => time.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
        item.Property(each => each.UpdatedAt).HasConversion(time => time.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
    }
}

internal sealed class Item
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public decimal Price { get; init; }
    public List<string> Tags { get; init; } = [];
    public ItemStatus Status { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public int Version { get; init; }
}
