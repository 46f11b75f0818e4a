using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace FastApiService.Tests;

public sealed class ItemsTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_created_item_is_read_at_its_location()
    {
        var client = await service.ClientAsync();

        var created = await client.PostAsJsonAsync("/items", new { name = Name(), price = 9.99m, tags = new[] { "new" }, status = "active" }, Cancellation);
        var item = await created.ShouldBeAsync(HttpStatusCode.Created);
        var read = await (await client.GetAsync(created.Headers.Location, Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal(item.GetRawText(), read.GetRawText());
        Assert.Equal(9.99m, read.GetProperty("price").GetDecimal());
        Assert.Equal("active", read.GetProperty("status").GetString());
        Assert.Equal("new", read.GetProperty("tags")[0].GetString());
    }

    [Fact]
    public async Task No_two_items_share_a_name()
    {
        var client = await service.ClientAsync();
        var (first, second) = (Name(), Name());
        await CreateAsync(client, first);
        var location = await CreateAsync(client, second);

        await (await client.PostAsJsonAsync("/items", new { name = first, price = 1 }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Conflict);
        await (await PatchAsync(client, location, $$"""{"name":"{{first}}"}""")).ShouldBeProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Every_broken_rule_is_named_at_once()
    {
        var client = await service.ClientAsync();

        var answer = await client.PostAsJsonAsync("/items", new
        {
            name = "",
            price = 1.234m,
            description = new string('x', 1001),
            tags = new[] { "twice", "twice", "" },
        }, Cancellation);

        await answer.ShouldListAsync(
            "string_too_short@body.name",
            "decimal_max_places@body.price",
            "string_too_long@body.description",
            "not_unique@body.tags",
            "string_too_short@body.tags.2");
    }

    [Fact]
    public async Task A_change_keeps_what_is_absent_and_clears_what_is_null()
    {
        var client = await service.ClientAsync();
        var name = Name();
        var location = await CreateAsync(client, name, "soon gone");

        var kept = await (await PatchAsync(client, location, """{"price":2.5}""")).ShouldBeAsync(HttpStatusCode.OK);
        var cleared = await (await PatchAsync(client, location, """{"description":null}""")).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal("soon gone", kept.GetProperty("description").GetString());
        Assert.Equal(2.5m, cleared.GetProperty("price").GetDecimal());
        Assert.Equal(name, cleared.GetProperty("name").GetString());
        Assert.Null(cleared.GetProperty("description").GetString());
        await (await PatchAsync(client, location, """{"name":null,"tags":null}""")).ShouldListAsync(
            "string_type@body.name", "list_type@body.tags");
    }

    [Fact]
    public async Task A_deleted_item_is_gone()
    {
        var client = await service.ClientAsync();
        var location = await CreateAsync(client, Name());

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(location, Cancellation)).StatusCode);

        await (await client.GetAsync(location, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await PatchAsync(client, location, "{}")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await client.DeleteAsync(location, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    private static string Name() => $"Item {Guid.NewGuid()}";

    private static async Task<Uri> CreateAsync(HttpClient client, string name, string? description = null)
    {
        var answer = await client.PostAsJsonAsync("/items", new { name, price = 1, description }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!;
    }

    private static Task<HttpResponseMessage> PatchAsync(HttpClient client, Uri location, string json) =>
        client.PatchAsync(location, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
}
