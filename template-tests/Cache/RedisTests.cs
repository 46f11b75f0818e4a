using System.Text.Json;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Cache;

/// <summary>Two instances, one database, and Redis between them: there, or away.</summary>
public sealed class RedisTests : IAsyncLifetime
{
    private readonly RedisServer redis = new();
    private readonly string folder = Workspace.NewFolder("-data");
    private ServiceProcess first = null!;
    private ServiceProcess second = null!;
    private string token = "";

    public async Task InitializeAsync()
    {
        await redis.Start();
        var scaffold = await CachedScaffold.WithRedis;
        first = await scaffold.Start(folder, redis.Connection);
        second = await scaffold.Start(folder, redis.Connection);
        token = await first.Client.NewToken();
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await redis.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_who_ask_at_once_cost_one_computation_and_the_other_instance_none()
    {
        await first.Client.NewItem(token);

        var lists = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => first.List()));
        var other = await second.List();

        Assert.Single(lists.Append(other).Distinct());
        Assert.Equal((1, 0), (await first.Computed(), await second.Computed()));
    }

    [Fact]
    public async Task What_one_instance_has_changed_the_other_one_lists_at_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var (writer, reader) = round % 2 == 0 ? (first, second) : (second, first);
            await reader.List();

            var item = await writer.Client.NewItem(token);
            Assert.Contains($"{item["name"]}", await reader.List());
            var name = $"Changed {round}";
            (await writer.Client.Send(HttpMethod.Patch, $"/items/{item["id"]}", JsonSerializer.Serialize(new { name }), token)).EnsureSuccessStatusCode();
            Assert.Contains($"\"{name}\"", await reader.List());
            (await writer.Client.Send(HttpMethod.Delete, $"/items/{item["id"]}", null, token)).EnsureSuccessStatusCode();
            Assert.DoesNotContain($"\"{name}\"", await reader.List());
        }
    }

    [Fact]
    public async Task Who_reads_while_others_write_never_makes_an_old_list_stay()
    {
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 6).Select(number => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await (number % 2 == 0 ? first : second).List();
            }
        })).ToList();

        for (var round = 0; round < 60; round++)
        {
            var item = await (round % 2 == 0 ? first : second).Client.NewItem(token);
            foreach (var reader in new[] { second, first })
            {
                Assert.Contains($"{item["name"]}", await reader.List());
            }
        }
        await end.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task While_Redis_is_away_both_answer_what_stands_are_ready_and_keep_lists_again_when_it_is_back()
    {
        await first.List();
        await redis.Kill();

        var missed = await first.Client.NewItem(token);
        Assert.Contains($"{missed["name"]}", await first.List());
        Assert.Contains($"{missed["name"]}", await second.List());
        Assert.Equal(("Degraded", "Degraded"), (await first.Ready(), await second.Ready()));

        await redis.Start();
        await Lists.Until(async () => await first.Ready() == "Healthy" && await second.Ready() == "Healthy");
        Assert.Contains($"{missed["name"]}", await second.List());
        await Lists.Until(async () =>
        {
            var before = await second.Computed();
            await second.List();
            return await second.Computed() == before;
        });
        var item = await first.Client.NewItem(token);
        Assert.Contains($"{item["name"]}", await second.List());
    }

    [Fact]
    public async Task A_Redis_that_does_not_answer_keeps_nobody_waiting_and_hears_afterwards_what_has_changed()
    {
        await second.List();
        await redis.Freeze();
        string name;
        try
        {
            var item = await first.Client.NewItem(token);
            name = $"{item["name"]}";
            var lists = await Task.WhenAll(Enumerable.Range(0, 50).Select(each => (each % 2 == 0 ? first : second).List()));
            Assert.All(lists, list => Assert.Contains(name, list));
            Assert.Equal("Degraded", await first.Ready());
        }
        finally
        {
            await redis.Thaw();
        }

        await Lists.Until(async () => await second.Ready() == "Healthy" && (await second.List()).Contains(name));
        Assert.Contains(name, await second.List());
    }

    [Fact]
    public async Task A_service_starts_without_Redis_and_finds_it_later()
    {
        await redis.Kill();
        await using var service = await (await CachedScaffold.WithRedis).Start(folder, redis.Connection);
        var item = await service.Client.NewItem(token);
        Assert.Contains($"{item["name"]}", await service.List());

        await redis.Start();

        await Lists.Until(async () => await service.Ready() == "Healthy");
    }
}
