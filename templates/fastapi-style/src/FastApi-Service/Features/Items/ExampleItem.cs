using System.Data.Common;

namespace FastApiService.Features.Items;

/// <summary>On a developer's machine: the item that the examples of /docs name, so that each of them can be tried, unless another one has its name.</summary>
internal sealed class ExampleItem(IServiceScopeFactory scopes) : BackgroundService
{
    private static readonly Guid Id = new("0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var items = scope.ServiceProvider.GetRequiredService<ItemService>();
        try
        {
            _ = await items.FindAsync(Id, stoppingToken)
                ?? await items.CreateAsync(Id, new("Reading lamp", 39.90m, "Of oak, with a dimmer.", ["lamp", "oak"], ItemStatus.Active), stoppingToken);
        }
        catch (DbException)
        {
            // The database is not up to date, which its probe tells.
        }
    }
}
