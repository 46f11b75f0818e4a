using System.Collections.Concurrent;
using FastApiStyle;
using FluentValidation;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace FastApiService.Hosting;

/// <summary>The settings under <c>Cache</c>.</summary>
public sealed record CacheSettings
{
    /// <summary>How long a value is kept at most, in seconds: so old may be what another instance has changed.</summary>
    public int Seconds { get; init; } = 30;
}

public sealed class CacheSettingsValidator : AbstractValidator<CacheSettings>
{
    public CacheSettingsValidator() => RuleFor(cache => cache.Seconds).InclusiveBetween(1, 86_400);
}

/// <summary>The cache, in the memory of this instance.</summary>
public static class Caching
{
    public static void AddCache(this WebApplicationBuilder builder)
    {
        builder.AddSettings<CacheSettings>("Cache");
        builder.Services.AddHybridCache();
        builder.Services.AddOptions<HybridCacheOptions>().Configure<IOptions<CacheSettings>>((cache, settings) =>
            cache.DefaultEntryOptions = new() { Expiration = TimeSpan.FromSeconds(settings.Value.Seconds) });
        builder.Services.AddSingleton<CacheStamps>();
        builder.Services.AddSingleton<EntityCache>();
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(EntityCache.MeterName));
    }
}

/// <summary>A word for each kind of entity, which is another one after each change.</summary>
public sealed class CacheStamps
{
    private readonly ConcurrentDictionary<string, string> stamps = new();

    /// <summary>The stamps of kinds of entities; null where they cannot be known.</summary>
    public ValueTask<string?> ReadAsync(Type[] entities, CancellationToken cancellation) =>
        new(string.Join(':', entities.Select(entity => $"{entity.Name}-{stamps.GetOrAdd(entity.Name, _ => New())}")));

    public Task RenewAsync(string[] entities)
    {
        Array.ForEach(entities, entity => stamps[entity] = New());
        return Task.CompletedTask;
    }

    private static string New() => Guid.NewGuid().ToString("N");
}
