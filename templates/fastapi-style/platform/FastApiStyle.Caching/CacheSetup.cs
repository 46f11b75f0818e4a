using System.Threading.RateLimiting;
using FastApiStyle.Caching;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FastApiStyle;

/// <summary>Gives a service its cache.</summary>
public static class CacheSetup
{
    /// <summary>
    /// Registers the <see cref="EntityCache"/> and the settings under <c>Cache</c>; with Redis also a check of it, which is degraded while it is away, and
    /// what limits are counted by.
    /// </summary>
    /// <param name="builder">The builder of the service.</param>
    /// <param name="configure">Where it is kept, and what tells it of changes.</param>
    public static void AddCache(this WebApplicationBuilder builder, Action<CacheOptions>? configure = null)
    {
        var services = builder.Services;
        var options = new CacheOptions(services);
        configure?.Invoke(options);

        builder.AddSettings<CacheSettings>("Cache");
        services.AddHybridCache();
        services.AddOptions<HybridCacheOptions>().Configure<IOptions<CacheSettings>>((cache, settings) =>
            cache.DefaultEntryOptions = new() { Expiration = TimeSpan.FromSeconds(settings.Value.Seconds) });
        services.AddSingleton(provider => new EntityCache(
            provider.GetRequiredService<HybridCache>(), provider.GetRequiredService<CacheStamps>(), provider.GetRequiredService<IServiceScopeFactory>()));
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(EntityCache.MeterName));
        if (options.UsesRedis)
        {
            AddRedis(services, builder.Environment.ApplicationName);
        }
        else
        {
            services.AddSingleton<CacheStamps, MemoryStamps>();
        }
    }

    /// <summary>A limit that all instances count together, in Redis. While that is away, each instance counts alone.</summary>
    /// <param name="http">The request that is limited.</param>
    /// <param name="key">What is counted, and for whom.</param>
    /// <param name="limit">How often in which time.</param>
    /// <returns>What a partition of a rate limit takes.</returns>
    public static RateLimiter CreateSharedLimiter(this Microsoft.AspNetCore.Http.HttpContext http, string key, FixedWindowRateLimiterOptions limit) =>
        new SharedLimiter(http.RequestServices.GetRequiredService<Redis>(), $"limit:{key}", limit);

    /// <summary>Values in Redis and in memory, and in Redis alone which of them still stand.</summary>
    private static void AddRedis(IServiceCollection services, string name)
    {
        services.AddSingleton(provider => new Redis(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Redis"), name, provider.GetRequiredService<ILogger<Redis>>()));
        services.AddHealthChecks().AddCheck<RedisCheck>("redis");
        services.AddStackExchangeRedisCache(_ => { });
        services.AddOptions<RedisCacheOptions>().Configure<Redis>((cache, redis) =>
            (cache.InstanceName, cache.ConnectionMultiplexerFactory) = ($"{name}:", redis.ConnectionAsync));
        services.AddSingleton<RedisStamps>().AddSingleton<CacheStamps>(provider => provider.GetRequiredService<RedisStamps>());
        services.AddHostedService<CacheRepair>();
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddSource(Redis.SourceName));
    }
}
