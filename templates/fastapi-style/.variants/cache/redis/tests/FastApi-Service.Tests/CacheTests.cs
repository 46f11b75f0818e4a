using System.Net;
using System.Net.Http.Json;
using FastApiService.Features.Items;
using FastApiStyle;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiService.Tests;

public sealed class CacheTests : IAsyncLifetime
{
    private readonly RedisServer redis = new();
    private readonly ServiceFactory service = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_has_every_change_that_was_made_before_it_was_asked_for()
    {
        var client = await service.ClientAsync();

        var created = await client.PostAsJsonAsync("/items", new { name = "Lamp", price = 1 }, Cancellation);
        Assert.Contains("Lamp", await ListAsync(client));
        await client.PatchAsJsonAsync(created.Headers.Location, new { name = "Lantern" }, Cancellation);
        Assert.Contains("Lantern", await ListAsync(client));
        await client.DeleteAsync(created.Headers.Location, Cancellation);
        Assert.DoesNotContain("Lantern", await ListAsync(client));
    }

    [Fact]
    public async Task Many_who_ask_at_once_cost_one_computation()
    {
        var (cache, computed) = (service.Services.GetRequiredService<EntityCache>(), 0);
        async Task<int> AskAsync() => await cache.GetAsync([typeof(Item)], "answer", async (_, token) =>
        {
            await Task.Delay(50, token);
            return Interlocked.Increment(ref computed);
        }, Cancellation);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync())), answer => Assert.Equal(1, answer));
        await cache.ForgetAsync(typeof(Item));
        Assert.Equal(2, await AskAsync());
    }

    [Fact]
    public async Task Without_Redis_lists_are_read_anew_and_the_service_is_ready()
    {
        var client = await service.ClientAsync();
        await client.PostAsJsonAsync("/items", new { name = "Lamp", price = 1 }, Cancellation);
        Assert.Contains("Lamp", await ListAsync(client));

        redis.Stop();
        await client.PostAsJsonAsync("/items", new { name = "Lantern", price = 1 }, Cancellation);

        Assert.Contains("Lantern", await ListAsync(client));
        Assert.Equal("Degraded", await client.GetStringAsync("/health/ready", Cancellation));
    }

    public ValueTask InitializeAsync()
    {
        service.With("ConnectionStrings:Redis", redis.Start());
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        redis.Stop();
    }

    private static async Task<string> ListAsync(HttpClient client) =>
        $"{await (await client.GetAsync("/items", Cancellation)).ShouldBeAsync(HttpStatusCode.OK)}";
}
