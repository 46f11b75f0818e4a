using FastApiService.Data;
using FastApiStyle;
using Microsoft.EntityFrameworkCore;

namespace FastApiService.Features.Items;

/// <summary>What can be done with items.</summary>
public class ItemService(AppDbContext database, TimeProvider clock)
{
    /// <returns>The new item, or null where its name is taken.</returns>
    public async Task<ItemRead?> CreateAsync(Guid id, ItemCreate create, CancellationToken cancellation)
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
        database.Set<Item>().Add(item);
        return await database.TrySaveUniqueAsync(cancellation) ? Read(item) : null;
    }

    /// <returns>The item, or null where there is none.</returns>
    public async Task<ItemRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        await database.Set<Item>().AsNoTracking().FirstOrDefaultAsync(item => item.Id == id, cancellation) is { } item
            ? Read(item)
            : null;

    public virtual async Task<Page<ItemRead>> ListAsync(ItemQuery query, CancellationToken cancellation)
    {
        var items = database.Set<Item>().AsNoTracking();
        if (query.Status is { } status)
        {
            items = items.Where(item => item.Status == status);
        }
        if (query.Search is { } search)
        {
            items = items.Containing(item => item.Name, search);
        }

        var sorted = query.Sort switch
        {
            ItemSort.Name => items.OrderBy(item => item.Name),
            ItemSort.Price => items.OrderBy(item => item.Price),
            _ => items.OrderBy(item => item.CreatedAt),
        };
        var page = await sorted.ThenBy(item => item.Id)
            .Skip(query.Offset).Take(query.Limit)
            .ToListAsync(cancellation);
        var total = await items.CountAsync(cancellation);
        return new Page<ItemRead>([.. page.Select(Read)], total, query.Limit, query.Offset);
    }

    public async Task<ItemUpdateResult> UpdateAsync(Guid id, ItemUpdate update, CancellationToken cancellation)
    {
        while (await database.Set<Item>().FindAsync([id], cancellation) is { } item)
        {
            item.Name = update.Name.Or(item.Name);
            item.Price = update.Price.Or(item.Price);
            item.Description = update.Description.Or(item.Description);
            item.Tags = [.. update.Tags.Or(item.Tags)];
            item.Status = update.Status.Or(item.Status);
            item.UpdatedAt = clock.GetUtcNow();
            item.Version++;
            try
            {
                return await database.TrySaveUniqueAsync(cancellation)
                    ? new(ItemUpdateOutcome.Updated, Read(item))
                    : new(ItemUpdateOutcome.NameTaken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another request has changed or deleted it since it was read: once more, on what stands now.
                database.ChangeTracker.Clear();
            }
        }
        return new(ItemUpdateOutcome.NotFound);
    }

    /// <returns>False where there is no such item.</returns>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellation) =>
        await database.Set<Item>().Where(item => item.Id == id).ExecuteDeleteAsync(cancellation) > 0;

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
