using FastApiStyle.Caching;
using Microsoft.EntityFrameworkCore;

namespace FastApiStyle;

/// <summary>Where a service keeps what it reads often, and what tells it of changes. Without a word it is kept in memory.</summary>
public sealed class CacheOptions
{
    private readonly IServiceCollection services;

    internal CacheOptions(IServiceCollection services) => this.services = services;

    internal bool UsesRedis { get; private set; }

    /// <summary>Keeps it in the Redis that <c>ConnectionStrings:Redis</c> names, for all instances. While that is away the service answers without it.</summary>
    /// <returns>The options.</returns>
    public CacheOptions KeepInRedis()
    {
        UsesRedis = true;
        return this;
    }

    /// <summary>Forgets what was computed from entities of a database context that change.</summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <returns>The options.</returns>
    public CacheOptions ForgetChangesOf<TContext>()
        where TContext : DbContext
    {
        services.AddSingleton<CacheInvalidation>();
        services.ConfigureDbContext<TContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<CacheInvalidation>()));
        return this;
    }
}
