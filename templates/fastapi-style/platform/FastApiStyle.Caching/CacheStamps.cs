using System.Collections.Concurrent;

namespace FastApiStyle.Caching;

/// <summary>A word for each kind of entity, which is another one after each change.</summary>
internal abstract class CacheStamps
{
    /// <summary>The stamps of kinds of entities; null where they cannot be known.</summary>
    public abstract ValueTask<string?> ReadAsync(Type[] entities, CancellationToken cancellation);

    /// <summary>Gives kinds of entities others.</summary>
    public abstract Task RenewAsync(string[] entities);

    protected static string New() => Guid.NewGuid().ToString("N");
}

/// <summary>In the memory of this instance.</summary>
internal sealed class MemoryStamps : CacheStamps
{
    private readonly ConcurrentDictionary<string, string> stamps = new();

    public override ValueTask<string?> ReadAsync(Type[] entities, CancellationToken cancellation) =>
        new(string.Join(':', entities.Select(entity => $"{entity.Name}-{stamps.GetOrAdd(entity.Name, _ => New())}")));

    public override Task RenewAsync(string[] entities)
    {
        Array.ForEach(entities, entity => stamps[entity] = New());
        return Task.CompletedTask;
    }
}
