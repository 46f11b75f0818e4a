using System.Net;
using System.Net.Http.Json;

namespace Shop.Tests;

public sealed class ItemListTests(ServiceFactory service) : IClassFixture<ServiceFactory>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var client = await service.ClientAsync();
        foreach (var (name, price, status) in new[] { ("100% wool", 10m, "active"), ("1000 nails", 9.5m, "draft"), ("apple", 100m, "active") })
        {
            // Each test of this class does so; only the first one creates them.
            await client.PostAsJsonAsync("/items", new { name, price, status }, Cancellation);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", "100% wool,1000 nails,apple")]
    [InlineData("?sort=price", "1000 nails,100% wool,apple")]
    [InlineData("?sort=name", "100% wool,1000 nails,apple")]
    [InlineData("?status=active", "100% wool,apple")]
    [InlineData("?search=APP", "apple")]
    [InlineData("?search=0%25", "100% wool")]
    [InlineData("?limit=1&offset=1", "1000 nails")]
    public async Task A_list_is_searched_sorted_and_cut(string query, string names)
    {
        var page = await (await service.CreateClient().GetAsync($"/items{query}", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal(names.Split(','), page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_page_says_how_many_there_are_in_all()
    {
        var page = await (await service.CreateClient().GetAsync("/items?limit=1&status=active", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal((2, 1, 0), (page.GetProperty("total").GetInt32(), page.GetProperty("limit").GetInt32(), page.GetProperty("offset").GetInt32()));
    }

    [Theory]
    [InlineData("?limit=0&offset=-1", "greater_than_equal@query.limit,greater_than_equal@query.offset")]
    [InlineData("?limit=101", "less_than_equal@query.limit")]
    public async Task A_query_that_is_not_valid_is_refused(string query, string faults) =>
        await (await service.CreateClient().GetAsync($"/items{query}", Cancellation)).ShouldListAsync(faults.Split(','));
}
