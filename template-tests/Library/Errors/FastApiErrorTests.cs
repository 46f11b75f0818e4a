using System.Net.Http.Headers;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>Errors as clients of FastAPI know them.</summary>
public sealed class FastApiErrorTests : IAsyncLifetime
{
    private LibraryService service = null!;

    private HttpClient Client => service.Client;

    public async Task InitializeAsync() => service = await RoomsService.Start(errors: ErrorFormat.FastApi);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("GET", "/nowhere", null, null, 404, """{"detail":"Not Found"}""")]
    [InlineData("GET", "/rooms/0199c1f0-0000-7000-8000-000000000000", null, null, 404, """{"detail":"There is no such room."}""")]
    [InlineData("PUT", "/rooms", "{}", null, 405, """{"detail":"Method Not Allowed"}""")]
    [InlineData("POST", "/rooms", "{}", null, 401, """{"detail":"Not authenticated"}""")]
    [InlineData("DELETE", "/rooms/0199c1f0-0000-7000-8000-000000000000", null, "anna", 403, """{"detail":"Forbidden"}""")]
    [InlineData("POST", "/rooms", """{"name":"taken","beds":1}""", "anna", 409, """{"detail":"A room of that name exists already."}""")]
    [InlineData("POST", "/keys", "{}", null, 415, """{"detail":"Unsupported Media Type"}""")]
    [InlineData("POST", "/rooms", """{"name":"a","beds":1}""", "anna", 422,
        """{"detail":[{"type":"string_too_short","loc":["body","name"],"msg":"String should have at least 3 characters","ctx":{"min_length":3}}]}""")]
    [InlineData("POST", "/rooms", "{}", "anna", 422,
        """{"detail":[{"type":"missing","loc":["body","name"],"msg":"Field required"},{"type":"missing","loc":["body","beds"],"msg":"Field required"}]}""")]
    [InlineData("GET", "/busy", null, null, 429, """{"detail":"Too Many Requests"}""")]
    [InlineData("GET", "/closed", null, null, 503, """{"detail":"The porter is away."}""")]
    public async Task A_client_of_FastAPI_reads_every_error(string method, string path, string? body, string? user, int status, string expected)
    {
        using var answer = await Client.Send(new(method), path, body, user);

        await MustAnswer(answer, status, expected);
    }

    [Fact]
    public async Task A_client_of_FastAPI_reads_why_there_is_no_token()
    {
        using var answer = await Client.PostAsync("/keys", new FormUrlEncodedContent([new("username", "nobody")]));

        await MustAnswer(answer, 400,
            """{"detail":"No user has this name and this password.","error":"invalid_grant","error_description":"No user has this name and this password."}""");
    }

    [Fact]
    public async Task What_headers_say_is_said_as_well()
    {
        using var wrongMethod = await Client.PutAsync("/rooms", null);
        using var stranger = await Client.Send(HttpMethod.Post, "/rooms", "{}");

        Assert.Equal(["GET", "POST"], wrongMethod.Content.Headers.Allow.Order());
        Assert.Equal(new AuthenticationHeaderValue("Bearer"), stranger.Headers.WwwAuthenticate.Single());
    }

    [Fact]
    public async Task A_list_of_FastAPIs_errors_is_cut_at_a_hundred()
    {
        var tags = string.Join(',', Enumerable.Repeat("1", 150));

        using var answer = await Client.Send(HttpMethod.Post, "/rooms", $$"""{"name":"abc","beds":1,"tags":[{{tags}}]}""", "anna");

        Assert.Equal(100, (await answer.Json())["detail"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_trace_in_an_unexpected_error_of_FastAPI_is_in_the_log()
    {
        using var answer = await Client.GetAsync("/broken");

        var detail = (await answer.Json())["detail"]!.GetValue<string>();
        Assert.Matches("^Internal Server Error, trace [0-9a-f]{32}$", detail);
        Assert.Contains(detail.Split(' ')[^1], Assert.Single(service.Log.Errors));
    }

    private static async Task MustAnswer(HttpResponseMessage answer, int status, string body)
    {
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
    }
}
