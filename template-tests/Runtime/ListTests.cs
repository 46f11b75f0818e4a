using System.Net;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class ListTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly HttpClient client = service.Client;

    [Fact]
    public async Task A_list_comes_in_pages_that_say_how_many_there_are()
    {
        var token = await client.NewToken();
        var mark = $"{Guid.NewGuid():N}";
        foreach (var number in Enumerable.Range(1, 3))
        {
            await client.NewItem(token, new { name = $"{mark} {number}", price = number });
        }

        using var answer = await client.GetAsync($"/items?search={mark}&limit=2&offset=1&sort=name");

        var page = await answer.Json();
        Assert.Equal(["items", "total", "limit", "offset"], page.Select(member => member.Key));
        Assert.Equal([$"{mark} 2", $"{mark} 3"], page["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()));
        Assert.Equal((3, 2, 1), ((int)page["total"]!, (int)page["limit"]!, (int)page["offset"]!));
    }

    [Theory]
    [InlineData("100%", "100 x")]
    [InlineData("a_b", "axb")]
    [InlineData(@"a\b", "ab")]
    [InlineData("[ab]", "a")]
    public async Task A_search_takes_every_character_literally(string part, string other)
    {
        var token = await client.NewToken();
        var mark = $"{Guid.NewGuid():N}";
        await client.NewItem(token, new { name = $"{mark} {part}", price = 1 });
        await client.NewItem(token, new { name = $"{mark} {other}", price = 1 });

        using var answer = await client.GetAsync($"/items?search={WebUtility.UrlEncode($"{mark} {part}")}");

        var found = (await answer.Json())["items"]!.AsArray();
        Assert.Equal([$"{mark} {part}"], found.Select(item => item!["name"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("Kettle", "kETTLE")]
    [InlineData("Grüße ÉTÉ", "gRÜßE été")]
    [InlineData("Ключ Ωμέγα", "кЛЮЧ ωΜΈΓΑ")]
    public async Task A_search_finds_any_letter_case_of_any_script(string name, string search)
    {
        var token = await client.NewToken();
        var mark = $"{Guid.NewGuid():N}";
        await client.NewItem(token, new { name = $"{mark} {name}", price = 1 });

        using var answer = await client.GetAsync($"/items?search={WebUtility.UrlEncode($"{mark} {search}")}");

        Assert.Equal(1, (int)(await answer.Json())["total"]!);
    }

    [Fact]
    public async Task A_list_shows_only_the_status_that_is_asked_for()
    {
        var token = await client.NewToken();
        var mark = $"{Guid.NewGuid():N}";
        await client.NewItem(token, new { name = $"{mark} a", price = 1, status = "active" });
        await client.NewItem(token, new { name = $"{mark} b", price = 1 });

        using var answer = await client.GetAsync($"/items?search={mark}&status=active");

        Assert.Equal(1, (int)(await answer.Json())["total"]!);
    }
}
