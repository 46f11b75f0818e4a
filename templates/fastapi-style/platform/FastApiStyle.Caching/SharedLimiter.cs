using System.Diagnostics;
using System.Threading.RateLimiting;
using RedisRateLimiting;

namespace FastApiStyle.Caching;

/// <summary>A limit that all instances count together, in Redis. While that is away, this instance counts alone.</summary>
internal sealed class SharedLimiter(Redis redis, string key, FixedWindowRateLimiterOptions limit) : RateLimiter
{
    private readonly FixedWindowRateLimiter alone = new(limit);
    private long lastUse = Stopwatch.GetTimestamp();

    public override TimeSpan? IdleDuration =>
        alone.IdleDuration is { } idle && Stopwatch.GetElapsedTime(Interlocked.Read(ref lastUse)) is var since ? (idle < since ? idle : since) : null;

    public override RateLimiterStatistics? GetStatistics() => null;

    /// <summary>Who asks at once is told to ask and wait.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Lease(false, null);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref lastUse, Stopwatch.GetTimestamp());
        return await redis.TryAsync(database => CountAsync(new(redis.KeyOf(key), new()
        {
            ConnectionMultiplexerFactory = () => database.Multiplexer,
            PermitLimit = limit.PermitLimit,
            Window = limit.Window,
        }), permitCount), cancellationToken) ?? alone.AttemptAcquire(permitCount);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        alone.Dispose();
    }

    /// <summary>The package names the wait in another way than ASP.NET Core does, in whole seconds of which the last one is not over.</summary>
    private static async Task<RateLimitLease> CountAsync(RedisFixedWindowRateLimiter<string> together, int permitCount)
    {
        await using (together)
        {
            using var lease = await together.AcquireAsync(permitCount);
            return new Lease(lease.IsAcquired, lease.TryGetMetadata(RateLimitMetadataName.RetryAfter, out var seconds) ? TimeSpan.FromSeconds(seconds + 1) : null);
        }
    }

    private sealed class Lease(bool isAcquired, TimeSpan? retryAfter) : RateLimitLease
    {
        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
