using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FeatureNamespace.Features.EntityPlural;

/// <summary>How entities-words are kept.</summary>
internal sealed class EntityNameTable : IEntityTypeConfiguration<EntityName>
{
    public void Configure(EntityTypeBuilder<EntityName> builder)
    {
        builder.ToTable("EntityPlural");
        builder.Property(entityName => entityName.Name).HasMaxLength(100);
        builder.HasIndex(entityName => entityName.Name).IsUnique();
        builder.HasIndex(entityName => entityName.CreatedAt);
        builder.Property(entityName => entityName.Description).HasMaxLength(1000);
        builder.Property(entityName => entityName.Version).IsConcurrencyToken();
    }
}
