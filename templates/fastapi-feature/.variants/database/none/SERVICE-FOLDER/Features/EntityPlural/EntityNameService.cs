using FastApiStyle;
using FeatureNamespace.Data;

namespace FeatureNamespace.Features.EntityPlural;

/// <summary>What can be done with entities-words.</summary>
public sealed class EntityNameService(Table<EntityName> table, TimeProvider clock)
{
    /// <returns>The new entity-words, or null where its name is taken.</returns>
    public Task<EntityNameRead?> CreateAsync(Guid id, EntityNameCreate create, CancellationToken cancellation)
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
        return Task.FromResult(table.Use(all => !IsTaken(all, id, create.Name) && all.TryAdd(id, entityName) ? Read(entityName) : null));
    }

    /// <returns>The entity-words, or null where there is none.</returns>
    public Task<EntityNameRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult(table.Use(all => all.TryGetValue(id, out var found) ? Read(found) : null));

    public Task<Page<EntityNameRead>> ListAsync(EntityNameQuery query, CancellationToken cancellation) =>
        Task.FromResult(table.Use(all =>
        {
            var found = all.Values.Where(entityName =>
                query.Search is not { } search || entityName.Name.Contains(search, StringComparison.OrdinalIgnoreCase)).ToList();
            var sorted = query.Sort switch
            {
                EntityNameSort.Name => found.OrderBy(entityName => entityName.Name, StringComparer.Ordinal),
                _ => found.OrderBy(entityName => entityName.CreatedAt),
            };
            var page = sorted.ThenBy(entityName => entityName.Id).Skip(query.Offset).Take(query.Limit);
            return new Page<EntityNameRead>([.. page.Select(Read)], found.Count, query.Limit, query.Offset);
        }));

    public Task<EntityNameUpdateResult> UpdateAsync(Guid id, EntityNameUpdate update, CancellationToken cancellation) =>
        Task.FromResult(table.Use(all =>
        {
            if (!all.TryGetValue(id, out var entityName))
            {
                return new(EntityNameUpdateOutcome.NotFound);
            }
            if (IsTaken(all, id, update.Name.Or(entityName.Name)))
            {
                return new(EntityNameUpdateOutcome.NameTaken);
            }

            entityName.Name = update.Name.Or(entityName.Name);
            entityName.Description = update.Description.Or(entityName.Description);
            entityName.UpdatedAt = clock.GetUtcNow();
            return new EntityNameUpdateResult(EntityNameUpdateOutcome.Updated, Read(entityName));
        }));

    /// <returns>False where there is no such entity-words.</returns>
    public Task<bool> DeleteAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult(table.Use(all => all.Remove(id)));

    private static bool IsTaken(Dictionary<Guid, EntityName> all, Guid id, string name) =>
        all.Values.Any(other => other.Name == name && other.Id != id);

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
