using System.Net;
using System.Net.Http.Json;

namespace FeatureNamespace.Tests;

public sealed class EntityPluralListTests(ServiceFactory service) : IClassFixture<ServiceFactory>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var client = await service.ClientAsync();
        foreach (var name in new[] { "1000 nails", "100% wool", "apple" })
        {
            // Each test of this class does so; only the first one creates them.
            await client.PostAsJsonAsync("/entity-plural", new { name }, Cancellation);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", "1000 nails,100% wool,apple")]
    [InlineData("?sort=name", "100% wool,1000 nails,apple")]
    [InlineData("?search=APP", "apple")]
    [InlineData("?search=0%25", "100% wool")]
    [InlineData("?limit=1&offset=1", "100% wool")]
    public async Task A_list_is_searched_sorted_and_cut(string query, string names)
    {
        var page = await (await service.CreateClient().GetAsync($"/entity-plural{query}", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal(names.Split(','), page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_page_says_how_many_there_are_in_all()
    {
        var page = await (await service.CreateClient().GetAsync("/entity-plural?limit=1", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal((3, 1, 0), (page.GetProperty("total").GetInt32(), page.GetProperty("limit").GetInt32(), page.GetProperty("offset").GetInt32()));
    }

    [Theory]
    [InlineData("?limit=0&offset=-1", "greater_than_equal@query.limit,greater_than_equal@query.offset")]
    [InlineData("?limit=101", "less_than_equal@query.limit")]
    public async Task A_query_that_is_not_valid_is_refused(string query, string faults) =>
        await (await service.CreateClient().GetAsync($"/entity-plural{query}", Cancellation)).ShouldListAsync(faults.Split(','));
}
