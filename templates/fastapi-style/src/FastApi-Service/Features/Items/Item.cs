namespace FastApiService.Features.Items;

/// <summary>Something that is for sale.</summary>
public sealed class Item
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public string? Description { get; set; }
    public decimal Price { get; set; }
    public List<string> Tags { get; set; } = [];
    public ItemStatus Status { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Goes up with each change, so that two at once are not mixed.</summary>
    public int Version { get; set; }
}

/// <summary>Where an item stands in its life.</summary>
public enum ItemStatus
{
    Draft,
    Active,
    Archived,
}
