using System.Net;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Saving;

/// <summary>What requests that contradict each other are answered, whichever database decides.</summary>
internal static class SavingChecks
{
    private const string First = """{"price":1,"description":"2"}""";
    private const string Second = """{"price":2,"description":"1"}""";

    /// <summary>Each of two changes keeps one member as it was: written column by column, they would make a third.</summary>
    public static async Task MustNotMix(HttpClient client)
    {
        var token = await client.NewToken();
        for (var round = 0; round < 5; round++)
        {
            var item = await client.NewItem(token, new { name = $"Item {Guid.NewGuid():N}", price = 1, description = "1" });
            var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number =>
                client.Send(HttpMethod.Patch, $"/items/{item["id"]}", number % 2 == 0 ? First : Second, token)));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            foreach (var answer in answers.Append(await client.GetAsync($"/items/{item["id"]}")))
            {
                var state = await answer.Json();
                Assert.Contains(((decimal)state["price"]!, (string)state["description"]!), new[] { (1m, "2"), (2m, "1") });
            }
        }
    }

    public static async Task MustSayWhatIsTaken(HttpClient client, string key, string index)
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        (await client.PutAsync($"/articles/{first}?slug={first}", null)).EnsureSuccessStatusCode();

        var sameKey = await (await client.PutAsync($"/articles/{first}?slug={second}", null)).MustBeProblem(409);
        var sameSlug = await (await client.PutAsync($"/articles/{second}?slug={first}", null)).MustBeProblem(409);

        Assert.Equal((key, index), ((string)sameKey["detail"]!, (string)sameSlug["detail"]!));
    }

    public static async Task MustNotSayThatWhatIsReferredToIsGone(HttpClient client)
    {
        var article = Guid.NewGuid();
        (await client.PutAsync($"/articles/{article}?slug={article}", null)).EnsureSuccessStatusCode();
        (await client.PostAsync($"/articles/{article}/comments", null)).EnsureSuccessStatusCode();

        await (await client.DeleteAsync($"/articles/{article}/unread")).MustBeProblem(409);
        Assert.Equal(204, (int)(await client.DeleteAsync($"/articles/{article}/comments")).StatusCode);
        Assert.Equal(204, (int)(await client.DeleteAsync($"/articles/{article}/unread")).StatusCode);
    }

    public static async Task MustNotFailWhereWhatIsReferredToGoes(HttpClient client)
    {
        for (var round = 0; round < 10; round++)
        {
            var article = Guid.NewGuid();
            (await client.PutAsync($"/articles/{article}?slug={article}", null)).EnsureSuccessStatusCode();

            var comments = Enumerable.Range(0, 8).Select(_ => client.PostAsync($"/articles/{article}/comments", null)).ToList();
            await Task.Delay(round);
            var removals = Enumerable.Range(0, 2).SelectMany(_ => new[]
            {
                client.DeleteAsync($"/articles/{article}"), client.DeleteAsync($"/articles/{article}/comments"),
            }).ToList();

            Assert.All(await Task.WhenAll(comments), answer => Assert.Contains((int)answer.StatusCode, new[] { 204, 404 }));
            Assert.All(await Task.WhenAll(removals), answer => Assert.Contains((int)answer.StatusCode, new[] { 204, 404, 409 }));
        }
    }
}
