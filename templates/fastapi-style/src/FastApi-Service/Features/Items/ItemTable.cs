using FastApiService.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FastApiService.Features.Items;

/// <summary>How items are kept.</summary>
internal sealed class ItemTable : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("Items");
        builder.Property(item => item.Name).HasMaxLength(100);
        builder.HasIndex(item => item.Name).IsUnique();
        builder.HasIndex(item => item.CreatedAt);
        builder.Property(item => item.Description).HasMaxLength(1000);
        builder.Property(item => item.Price).HasConversion<HundredthsConverter>();
        builder.Property(item => item.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(item => item.Version).IsConcurrencyToken();
    }
}
