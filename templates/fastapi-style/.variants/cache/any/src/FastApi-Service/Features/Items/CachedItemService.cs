using FastApiService.Data;
using FastApiStyle;

namespace FastApiService.Features.Items;

/// <summary>Lists items from the cache, as long as none has changed.</summary>
internal sealed class CachedItemService(AppDbContext database, TimeProvider clock, EntityCache cache) : ItemService(database, clock)
{
    public override async Task<Page<ItemRead>> ListAsync(ItemQuery query, CancellationToken cancellation) =>
        // What is searched for is seldom asked again, and there is no end of it.
        query.Search is not null ? await base.ListAsync(query, cancellation) : await cache.GetAsync(
            [typeof(Item)],
            $"{query}",
            async (services, token) => await new ItemService(services.GetRequiredService<AppDbContext>(), services.GetRequiredService<TimeProvider>())
                .ListAsync(query, token),
            cancellation);
}

/// <summary>Puts the cache in front of the items. Features come in the order of their names: this one replaces what the one of the items registers.</summary>
public sealed class ItemsFeatureCache : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddScoped<ItemService, CachedItemService>();
}
