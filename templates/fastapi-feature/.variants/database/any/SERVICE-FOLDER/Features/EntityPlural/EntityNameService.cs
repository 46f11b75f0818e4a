using FastApiStyle;
using FeatureNamespace.Data;
using Microsoft.EntityFrameworkCore;

namespace FeatureNamespace.Features.EntityPlural;

/// <summary>What can be done with entities-words.</summary>
public sealed class EntityNameService(AppDbContext database, TimeProvider clock)
{
    /// <returns>The new entity-words, or null where its name is taken.</returns>
    public async Task<EntityNameRead?> CreateAsync(Guid id, EntityNameCreate create, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var entityName = new EntityName
        {
            Id = id,
            Name = create.Name,
            Description = create.Description,
            CreatedAt = now,
            UpdatedAt = now,
        };
        database.Set<EntityName>().Add(entityName);
        return await database.TrySaveUniqueAsync(cancellation) ? Read(entityName) : null;
    }

    /// <returns>The entity-words, or null where there is none.</returns>
    public async Task<EntityNameRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        await database.Set<EntityName>().AsNoTracking().FirstOrDefaultAsync(entityName => entityName.Id == id, cancellation) is { } found
            ? Read(found)
            : null;

    public async Task<Page<EntityNameRead>> ListAsync(EntityNameQuery query, CancellationToken cancellation)
    {
        var found = database.Set<EntityName>().AsNoTracking();
        if (query.Search is { } search)
        {
            found = found.Containing(entityName => entityName.Name, search);
        }

        var sorted = query.Sort switch
        {
            EntityNameSort.Name => found.OrderBy(entityName => entityName.Name),
            _ => found.OrderBy(entityName => entityName.CreatedAt),
        };
        var page = await sorted.ThenBy(entityName => entityName.Id)
            .Skip(query.Offset).Take(query.Limit)
            .ToListAsync(cancellation);
        var total = await found.CountAsync(cancellation);
        return new Page<EntityNameRead>([.. page.Select(Read)], total, query.Limit, query.Offset);
    }

    public async Task<EntityNameUpdateResult> UpdateAsync(Guid id, EntityNameUpdate update, CancellationToken cancellation)
    {
        while (await database.Set<EntityName>().FindAsync([id], cancellation) is { } entityName)
        {
            entityName.Name = update.Name.Or(entityName.Name);
            entityName.Description = update.Description.Or(entityName.Description);
            entityName.UpdatedAt = clock.GetUtcNow();
            entityName.Version++;
            try
            {
                return await database.TrySaveUniqueAsync(cancellation)
                    ? new(EntityNameUpdateOutcome.Updated, Read(entityName))
                    : new(EntityNameUpdateOutcome.NameTaken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another request has changed or deleted it since it was read: once more, on what stands now.
                database.ChangeTracker.Clear();
            }
        }
        return new(EntityNameUpdateOutcome.NotFound);
    }

    /// <returns>False where there is no such entity-words.</returns>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellation) =>
        await database.Set<EntityName>().Where(entityName => entityName.Id == id).ExecuteDeleteAsync(cancellation) > 0;

    private static EntityNameRead Read(EntityName entityName) =>
        new(entityName.Id, entityName.Name, entityName.Description, entityName.CreatedAt, entityName.UpdatedAt);
}

/// <summary>How a change of an-entity ended, and the entity-words where it was changed.</summary>
public sealed record EntityNameUpdateResult(EntityNameUpdateOutcome Outcome, EntityNameRead? EntityName = null);

public enum EntityNameUpdateOutcome
{
    Updated,
    NotFound,
    NameTaken,
}
