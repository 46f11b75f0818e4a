namespace FeatureNamespace.Features.EntityPlural;

/// <summary>An-Entity, as the service keeps it.</summary>
public sealed class EntityName
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public string? Description { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Goes up with each change, so that two at once are not mixed.</summary>
    public int Version { get; set; }
}
