using System.Net;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class JourneyTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly HttpClient client = service.Client;

    [Fact]
    public async Task Who_signs_up_gets_a_token_that_tells_who_they_are()
    {
        var email = Api.NewEmail();

        using var answer = await client.SignUp(email);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("/users/me", answer.Headers.Location?.OriginalString);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var token = await answer.Json();
        Assert.Equal(["access_token", "token_type", "expires_in"], token.Select(member => member.Key));
        Assert.Equal("bearer", token["token_type"]!.GetValue<string>());
        using var me = await client.Send(HttpMethod.Get, "/users/me", token: token["access_token"]!.GetValue<string>());
        Assert.Equal(email, (await me.Json())["email"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_email_address_signs_up_once_in_any_letter_case()
    {
        var email = Api.NewEmail();
        using var first = await client.SignUp(email);

        using var second = await client.SignUp(email.ToUpperInvariant());

        await second.MustBeProblem(409);
    }

    [Fact]
    public async Task Of_two_sign_ups_at_once_one_is_told_that_the_address_is_taken()
    {
        for (var round = 0; round < 5; round++)
        {
            var email = Api.NewEmail();
            var answers = await Task.WhenAll(client.SignUp(email), client.SignUp(email));
            Assert.Equal([201, 409], answers.Select(answer => (int)answer.StatusCode).Order());
        }
    }

    [Fact]
    public async Task Who_has_signed_up_signs_in_with_the_password_form()
    {
        var email = Api.NewEmail();
        using var _ = await client.SignUp(email);

        using var answer = await client.SignIn(email.ToUpperInvariant());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var token = (await answer.Json())["access_token"]!.GetValue<string>();
        using var me = await client.Send(HttpMethod.Get, "/users/me", token: token);
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_user_are_answered_alike_as_OAuth_says()
    {
        var email = Api.NewEmail();
        using var _ = await client.SignUp(email);

        using var wrong = await client.SignIn(email, "something else");
        using var unknown = await client.SignIn(Api.NewEmail());

        Assert.True(wrong.Headers.CacheControl?.NoStore);
        var first = await wrong.MustBeProblem(400);
        var second = await unknown.MustBeProblem(400);
        Assert.Equal("invalid_grant", first["error"]!.GetValue<string>());
        first.Remove("traceId");
        second.Remove("traceId");
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task A_created_item_stands_at_its_location()
    {
        var token = await client.NewToken();
        var sent = $$"""{"name":"Lamp {{Guid.NewGuid()}}","price":12.30,"tags":["light"],"status":"active"}""";

        using var answer = await client.Send(HttpMethod.Post, "/items", sent, token);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var created = await answer.Json();
        Assert.Equal(
            ["id", "name", "description", "price", "tags", "status", "createdAt", "updatedAt"],
            created.Select(member => member.Key));
        var read = await client.GetStringAsync(answer.Headers.Location);
        Assert.True(JsonNode.DeepEquals(created, JsonNode.Parse(read)), $"{created}\n{read}");
    }

    [Fact]
    public async Task A_change_keeps_what_is_absent_and_clears_what_is_null()
    {
        var token = await client.NewToken();
        var item = await client.NewItem(token);
        var address = $"/items/{item["id"]}";

        using var kept = await client.Send(HttpMethod.Patch, address, """{"price":11}""", token);
        var afterPrice = await kept.Json();
        using var cleared = await client.Send(HttpMethod.Patch, address, """{"description":null}""", token);
        var afterNull = await cleared.Json();
        using var refused = await client.Send(HttpMethod.Patch, address, """{"name":null}""", token);

        Assert.Equal(11m, afterPrice["price"]!.GetValue<decimal>());
        Assert.Equal("As new", afterPrice["description"]!.GetValue<string>());
        Assert.Null(afterNull["description"]);
        Assert.Equal(item["name"]!.GetValue<string>(), afterNull["name"]!.GetValue<string>());
        Assert.Equal("""["body","name"]""", (await refused.MustBeProblem(422))["errors"]![0]!["loc"]!.ToJsonString());
    }

    [Fact]
    public async Task A_deleted_item_is_gone()
    {
        var token = await client.NewToken();
        var address = $"/items/{(await client.NewItem(token))["id"]}";

        using var first = await client.Send(HttpMethod.Delete, address, token: token);
        using var second = await client.Send(HttpMethod.Delete, address, token: token);
        using var read = await client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        await second.MustBeProblem(404);
        await read.MustBeProblem(404);
    }
}
