using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Cache;

public sealed class CacheTests
{
    [Fact]
    public async Task In_memory_a_hundred_who_ask_at_once_cost_one_computation_until_something_changes()
    {
        await using var service = await (await CachedScaffold.WithMemory).Start(Workspace.NewFolder("-data"));
        var token = await service.Client.NewToken();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => service.List()));
        Assert.Equal(1, await service.Computed());
        var item = await service.Client.NewItem(token);
        Assert.Contains($"{item["name"]}", await service.List());
        (await service.Client.Send(HttpMethod.Delete, $"/items/{item["id"]}", null, token)).EnsureSuccessStatusCode();
        Assert.DoesNotContain($"{item["name"]}", await service.List());
        Assert.Equal(3, await service.Computed());
    }

    [Theory]
    [InlineData("ConnectionStrings__Redis", "", "The setting ConnectionStrings:Redis is missing")]
    [InlineData("ConnectionStrings__Redis", "localhost,nothing=1", "The setting ConnectionStrings:Redis is wrong")]
    [InlineData("Cache__Seconds", "0", "Cache:Seconds")]
    public async Task A_wrong_setting_ends_the_start_with_one_sentence(string setting, string value, string sentence)
    {
        await using var service = (await CachedScaffold.WithRedis).Launch(null, new() { [setting] = value });

        Assert.Equal(1, await service.WaitForExit());
        Assert.Contains(sentence, service.Log);
        Assert.DoesNotContain("   at ", service.Log);
    }

    [Theory]
    [InlineData("redis")]
    [InlineData("memory")]
    public async Task The_tests_of_a_scaffold_pass(string cache)
    {
        _ = RedisPrograms.Server;
        var scaffold = (await (cache == "redis" ? CachedScaffold.WithRedis : CachedScaffold.WithMemory)).Scaffold;

        await scaffold.Test(new Dictionary<string, string> { ["CI"] = "true" });
    }
}
