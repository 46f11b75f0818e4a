using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace FeatureNamespace.Tests;

public sealed class EntityPluralTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_created_is_read_at_its_location()
    {
        var client = await service.ClientAsync();

        var answer = await client.PostAsJsonAsync("/entity-plural", new { name = Name(), description = "new" }, Cancellation);
        var created = await answer.ShouldBeAsync(HttpStatusCode.Created);
        var read = await (await client.GetAsync(answer.Headers.Location, Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal(created.GetRawText(), read.GetRawText());
        Assert.Equal("new", read.GetProperty("description").GetString());
    }

    [Fact]
    public async Task No_two_share_a_name()
    {
        var client = await service.ClientAsync();
        var (first, second) = (Name(), Name());
        await CreateAsync(client, first);
        var location = await CreateAsync(client, second);

        await (await client.PostAsJsonAsync("/entity-plural", new { name = first }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Conflict);
        await (await PatchAsync(client, location, $$"""{"name":"{{first}}"}""")).ShouldBeProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Every_broken_rule_is_named_at_once()
    {
        var client = await service.ClientAsync();

        var answer = await client.PostAsJsonAsync("/entity-plural", new { name = "", description = new string('x', 1001) }, Cancellation);

        await answer.ShouldListAsync("string_too_short@body.name", "string_too_long@body.description");
    }

    [Fact]
    public async Task A_change_keeps_what_is_absent_and_clears_what_is_null()
    {
        var client = await service.ClientAsync();
        var (before, after) = (Name(), Name());
        var location = await CreateAsync(client, before, "soon gone");

        var kept = await (await PatchAsync(client, location, $$"""{"name":"{{after}}"}""")).ShouldBeAsync(HttpStatusCode.OK);
        var cleared = await (await PatchAsync(client, location, """{"description":null}""")).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal("soon gone", kept.GetProperty("description").GetString());
        Assert.Equal(after, cleared.GetProperty("name").GetString());
        Assert.Null(cleared.GetProperty("description").GetString());
        await (await PatchAsync(client, location, """{"name":null}""")).ShouldListAsync("string_type@body.name");
    }

    [Fact]
    public async Task What_was_deleted_is_gone()
    {
        var client = await service.ClientAsync();
        var location = await CreateAsync(client, Name());

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(location, Cancellation)).StatusCode);

        await (await client.GetAsync(location, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await PatchAsync(client, location, "{}")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await client.DeleteAsync(location, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    private static string Name() => $"EntityName {Guid.NewGuid()}";

    private static async Task<Uri> CreateAsync(HttpClient client, string name, string? description = null)
    {
        var answer = await client.PostAsJsonAsync("/entity-plural", new { name, description }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!;
    }

    private static Task<HttpResponseMessage> PatchAsync(HttpClient client, Uri location, string json) =>
        client.PatchAsync(location, new StringContent(json, Encoding.UTF8, "application/json"), Cancellation);
}
