using FastApiStyle;
using FluentValidation;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FastApiService.Hosting;

/// <summary>The settings under <c>Cache</c>.</summary>
public sealed record CacheSettings
{
    /// <summary>How long a value is kept at most, in seconds: so old may be what was changed by an instance that Redis does not hear.</summary>
    public int Seconds { get; init; } = 30;
}

public sealed class CacheSettingsValidator : AbstractValidator<CacheSettings>
{
    public CacheSettingsValidator() => RuleFor(cache => cache.Seconds).InclusiveBetween(1, 86_400);
}

/// <summary>The cache, for all instances: values in Redis and in memory, and in Redis alone which of them still stand.</summary>
public static class Caching
{
    public static void AddCache(this WebApplicationBuilder builder)
    {
        var name = builder.Environment.ApplicationName;
        builder.AddSettings<CacheSettings>("Cache");
        builder.Services.AddSingleton(services => new Redis(
            services.GetRequiredService<IConfiguration>().GetConnectionString("Redis"), name, services.GetRequiredService<ILogger<Redis>>()));
        builder.Services.AddHealthChecks().AddCheck<RedisCheck>("redis");
        builder.Services.AddStackExchangeRedisCache(_ => { });
        builder.Services.AddOptions<RedisCacheOptions>().Configure<Redis>((cache, redis) =>
            (cache.InstanceName, cache.ConnectionMultiplexerFactory) = ($"{name}:", redis.ConnectionAsync));
        builder.Services.AddHybridCache();
        builder.Services.AddOptions<HybridCacheOptions>().Configure<IOptions<CacheSettings>>((cache, settings) =>
            cache.DefaultEntryOptions = new() { Expiration = TimeSpan.FromSeconds(settings.Value.Seconds) });
        builder.Services.AddSingleton<CacheStamps>();
        builder.Services.AddHostedService<CacheRepair>();
        builder.Services.AddSingleton<EntityCache>();
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(EntityCache.MeterName));
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddSource(Redis.SourceName));
    }
}
