using System.Diagnostics.Metrics;
using FastApiStyle.Caching;
using Microsoft.Extensions.Caching.Hybrid;

namespace FastApiStyle;

/// <summary>
/// Keeps what is computed from entities until one of them changes. Of many who ask at once, one computes and the others wait for it. In the key of
/// each value stand the stamps of its entities, read before anything is computed, and a change gives them others: what was computed from older
/// entities is found by nobody, whenever it is stored.
/// </summary>
public sealed class EntityCache
{
    internal const string MeterName = "FastApiStyle.Cache";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "cache.requests", description: "What was asked of the cache, by its result: hit, miss, or bypass where the cache is away.");

    private readonly HybridCache cache;
    private readonly CacheStamps stamps;
    private readonly IServiceScopeFactory scopes;

    internal EntityCache(HybridCache cache, CacheStamps stamps, IServiceScopeFactory scopes) => (this.cache, this.stamps, this.scopes) = (cache, stamps, scopes);

    /// <summary>Gets a value, or computes it.</summary>
    /// <typeparam name="T">What the value is: something that is the same when it was written as JSON and read again.</typeparam>
    /// <param name="entities">The types of the entities that it is computed from.</param>
    /// <param name="key">What else it depends on. Not a text of any length that a client sends.</param>
    /// <param name="compute">Computes it, with services of its own: whoever asked first may be gone while others wait.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The value.</returns>
    public async ValueTask<T> GetAsync<T>(
        Type[] entities, string key, Func<IServiceProvider, CancellationToken, ValueTask<T>> compute, CancellationToken cancellation)
    {
        var isComputed = false;
        async ValueTask<T> ComputeAsync(CancellationToken token)
        {
            isComputed = true;
            await using var scope = scopes.CreateAsyncScope();
            return await compute(scope.ServiceProvider, token);
        }

        if (await stamps.ReadAsync(entities, cancellation) is not { } stamp)
        {
            Count("bypass");
            return await ComputeAsync(cancellation);
        }
        var value = await cache.GetOrCreateAsync($"{stamp}:{key}", ComputeAsync, cancellationToken: cancellation);
        Count(isComputed ? "miss" : "hit");
        return value;
    }

    /// <summary>Forgets what was computed from entities: for who changes them past the database context.</summary>
    /// <param name="entities">The types of the entities.</param>
    /// <returns>When it is forgotten.</returns>
    public Task ForgetAsync(params Type[] entities) => stamps.RenewAsync([.. entities.Select(entity => entity.Name)]);

    private static void Count(string result) => Requests.Add(1, new KeyValuePair<string, object?>("result", result));
}
