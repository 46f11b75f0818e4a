using FastApiService.Data;
using FastApiStyle;

namespace FastApiService.Features.Items;

/// <summary>What can be done with items.</summary>
public class ItemService(Table<Item> items, TimeProvider clock)
{
    /// <returns>The new item, or null where its name is taken.</returns>
    public Task<ItemRead?> CreateAsync(Guid id, ItemCreate create, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var item = new Item
        {
            Id = id,
            Name = create.Name,
            Description = create.Description,
            Price = create.Price,
            Tags = [.. create.Tags ?? []],
            Status = create.Status,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return Task.FromResult(items.Use(all => !IsTaken(all, item.Id, item.Name) && all.TryAdd(item.Id, item) ? Read(item) : null));
    }

    /// <returns>The item, or null where there is none.</returns>
    public Task<ItemRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult(items.Use(all => all.TryGetValue(id, out var item) ? Read(item) : null));

    public virtual Task<Page<ItemRead>> ListAsync(ItemQuery query, CancellationToken cancellation) =>
        Task.FromResult(items.Use(all =>
        {
            var found = all.Values.Where(item =>
                (query.Status is not { } status || item.Status == status)
                && (query.Search is not { } search || item.Name.Contains(search, StringComparison.OrdinalIgnoreCase))).ToList();
            var sorted = query.Sort switch
            {
                ItemSort.Name => found.OrderBy(item => item.Name, StringComparer.Ordinal),
                ItemSort.Price => found.OrderBy(item => item.Price),
                _ => found.OrderBy(item => item.CreatedAt),
            };
            var page = sorted.ThenBy(item => item.Id).Skip(query.Offset).Take(query.Limit);
            return new Page<ItemRead>([.. page.Select(Read)], found.Count, query.Limit, query.Offset);
        }));

    public Task<ItemUpdateResult> UpdateAsync(Guid id, ItemUpdate update, CancellationToken cancellation) =>
        Task.FromResult(items.Use(all =>
        {
            if (!all.TryGetValue(id, out var item))
            {
                return new(ItemUpdateOutcome.NotFound);
            }
            if (IsTaken(all, id, update.Name.Or(item.Name)))
            {
                return new(ItemUpdateOutcome.NameTaken);
            }

            item.Name = update.Name.Or(item.Name);
            item.Price = update.Price.Or(item.Price);
            item.Description = update.Description.Or(item.Description);
            item.Tags = [.. update.Tags.Or(item.Tags)];
            item.Status = update.Status.Or(item.Status);
            item.UpdatedAt = clock.GetUtcNow();
            return new ItemUpdateResult(ItemUpdateOutcome.Updated, Read(item));
        }));

    /// <returns>False where there is no such item.</returns>
    public Task<bool> DeleteAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult(items.Use(all => all.Remove(id)));

    private static bool IsTaken(Dictionary<Guid, Item> all, Guid id, string name) =>
        all.Values.Any(other => other.Name == name && other.Id != id);

    private static ItemRead Read(Item item) =>
        new(item.Id, item.Name, item.Description, item.Price, item.Tags, item.Status, item.CreatedAt, item.UpdatedAt);
}

/// <summary>How a change of an item ended, and the item where it was changed.</summary>
public sealed record ItemUpdateResult(ItemUpdateOutcome Outcome, ItemRead? Item = null);

public enum ItemUpdateOutcome
{
    Updated,
    NotFound,
    NameTaken,
}
