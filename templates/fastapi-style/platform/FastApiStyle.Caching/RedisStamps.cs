using System.Collections.Concurrent;
using StackExchange.Redis;

namespace FastApiStyle.Caching;

/// <summary>In Redis: a change by any instance gives another one.</summary>
internal sealed class RedisStamps(Redis redis) : CacheStamps
{
    // Changes that Redis has not heard of, each by its number: until it has, what it says is not believed here.
    private readonly ConcurrentDictionary<string, long> untold = new();
    private long changes;

    public override async ValueTask<string?> ReadAsync(Type[] entities, CancellationToken cancellation)
    {
        RedisKey[] keys = [.. entities.Select(entity => KeyOf(entity.Name))];
        while (untold.IsEmpty && await redis.TryAsync(database => database.StringGetAsync(keys), cancellation) is { } stamps)
        {
            var missing = keys.Where((_, index) => stamps[index].IsNull).ToList();
            if (missing.Count == 0)
            {
                return string.Join(':', entities.Zip(stamps, (entity, stamp) => $"{entity.Name}-{stamp}"));
            }
            // Of several who find none, one is heard, and all read what it has said.
            await redis.TellAsync(database => Task.WhenAll(missing.Select(key => database.StringSetAsync(key, New(), when: When.NotExists))), cancellation);
        }
        return null;
    }

    /// <summary>It does not fail where Redis is away: it is told as soon as it is back.</summary>
    public override Task RenewAsync(string[] entities)
    {
        Array.ForEach(entities, entity => untold[entity] = Interlocked.Increment(ref changes));
        return TellAsync();
    }

    /// <summary>Tells what Redis has not heard of yet.</summary>
    public async Task TellAsync()
    {
        foreach (var change in untold)
        {
            // Not the token of a request: what was changed must be forgotten, though the client has gone.
            if (await redis.TellAsync(database => database.StringSetAsync(KeyOf(change.Key), New()), CancellationToken.None))
            {
                // Unless it has changed once more meanwhile.
                untold.TryRemove(change);
            }
        }
    }

    private RedisKey KeyOf(string entity) => redis.KeyOf($"stamp:{entity}");
}
