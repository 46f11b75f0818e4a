using System.Collections.Concurrent;
using StackExchange.Redis;

namespace FastApiService.Hosting;

/// <summary>A word for each kind of entity, in Redis, which is another one after each change by any instance.</summary>
public sealed class CacheStamps(Redis redis)
{
    // Changes that Redis has not heard of, each by its number: until it has, what it says is not believed here.
    private readonly ConcurrentDictionary<string, long> untold = new();
    private long changes;

    /// <summary>The stamps of kinds of entities; null where they cannot be known.</summary>
    public async ValueTask<string?> ReadAsync(Type[] entities, CancellationToken cancellation)
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
    public Task RenewAsync(string[] entities)
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

    private static string New() => Guid.NewGuid().ToString("N");
}

/// <summary>Connects to Redis before the first request comes, and tells it what it has missed as soon as it is back.</summary>
internal sealed class CacheRepair(Redis redis, CacheStamps stamps) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await redis.TellAsync(database => database.PingAsync(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.5));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await stamps.TellAsync();
        }
    }
}
