using System.Net;
using System.Net.Http.Json;

namespace Shop.Tests;

public sealed class ReviewsTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_review_is_changed_where_it_says_so()
    {
        var client = service.CreateClient();
        var created = await client.PostAsJsonAsync("/reviews", new { author = "a@example.com", stars = 4, words = "fine" }, Cancellation);
        var id = (await created.ShouldBeAsync(HttpStatusCode.Created)).GetProperty("id").GetGuid();

        var changed = await (await client.PatchAsJsonAsync($"/reviews/{id}", new { stars = 5 }, Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal((5, "fine"), (changed.GetProperty("stars").GetInt32(), changed.GetProperty("words").GetString()));
        await (await client.PatchAsJsonAsync($"/reviews/{Guid.NewGuid()}", new { }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_fault_of_a_review_is_listed() =>
        await (await service.CreateClient().PostAsJsonAsync("/reviews", new { author = "x", stars = 6, words = "<" }, Cancellation)).ShouldListAsync(
            "value_error@body.author", "string_too_short@body.author", "less_than_equal@body.stars", "string_too_short@body.words", "string_pattern_mismatch@body.words");

    [Fact]
    public async Task Reviews_that_are_closed_are_gone()
    {
        await using var closed = new ServiceFactory().With("Reviews:Open", "false");

        await (await closed.CreateClient().PostAsJsonAsync("/reviews", new { author = "a@example.com", stars = 4 }, Cancellation))
            .ShouldBeProblemAsync(HttpStatusCode.Gone);
    }
}
