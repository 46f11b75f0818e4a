using System.Data.Common;

namespace FeatureNamespace.Features.EntityPlural;

/// <summary>On a developer's machine: the entity-words that the examples of /docs name, so that each of them can be tried, unless another one has its name.</summary>
internal sealed class ExampleEntityName(IServiceScopeFactory scopes) : BackgroundService
{
    private static readonly Guid Id = new("0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<EntityNameService>();
        try
        {
            _ = await service.FindAsync(Id, stoppingToken)
                ?? await service.CreateAsync(Id, new("Example", "What the examples name."), stoppingToken);
        }
        catch (DbException)
        {
            // The database is not up to date, which its probe tells.
        }
    }
}
