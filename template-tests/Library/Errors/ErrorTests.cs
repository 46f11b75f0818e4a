using System.Net.Http.Headers;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>Each way in which a request is turned away is a problem that says so.</summary>
public sealed class ErrorTests(RoomsService service) : IClassFixture<RoomsService>
{
    private const string Unknown = "/rooms/0199c1f0-0000-7000-8000-000000000000";

    private readonly HttpClient client = service.Client;

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here")]
    [InlineData("/nothing%20here/%C3%BC")]
    [InlineData(Unknown)]
    public async Task What_does_not_exist_is_a_404(string path)
    {
        using var answer = await client.GetAsync(path);

        Assert.Equal(path, (string)(await answer.MustBeProblem(404))["instance"]!);
    }

    [Theory]
    [InlineData("PUT", "/rooms", "GET POST")]
    [InlineData("POST", Unknown, "DELETE GET PATCH")]
    [InlineData("GET", "/keys", "POST")]
    [InlineData("DELETE", "/keys", "POST")]
    public async Task A_wrong_method_is_told_every_right_one(string method, string path, string allowed)
    {
        using var answer = await client.Send(new(method), path, method == "GET" ? null : "{}");

        await answer.MustBeProblem(405);
        Assert.Equal(allowed.Split(' '), answer.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("/rooms", "text/plain")]
    [InlineData("/rooms", "application/x-www-form-urlencoded")]
    [InlineData("/keys", "application/json")]
    public async Task A_body_of_another_content_type_is_a_415(string path, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", MediaTypeHeaderValue.Parse(type)) };
        request.Headers.Authorization = new(NamedUsers.Scheme, "anna");

        using var answer = await client.SendAsync(request);

        await answer.MustBeProblem(415);
    }

    [Theory]
    [InlineData("POST", "/rooms")]
    [InlineData("PATCH", "/rooms/no-identity")]
    [InlineData("DELETE", "/rooms/no-identity")]
    public async Task Who_is_not_signed_in_is_told_so_before_anything_is_validated(string method, string path)
    {
        using var answer = await client.Send(new(method), path, """{"beds":"x"}""");

        await answer.MustBeProblem(401);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task Who_may_not_do_it_is_told_so_before_anything_is_validated()
    {
        using var answer = await client.Send(HttpMethod.Delete, "/rooms/no-identity", token: "anna");

        await answer.MustBeProblem(403);
    }

    [Theory]
    [InlineData("taken", 409, "A room of that name exists already.")]
    [InlineData("haunted", 422, "1 error in the request.")]
    public async Task What_only_the_service_knows_is_said_in_its_words(string name, int status, string detail)
    {
        using var answer = await client.Send(HttpMethod.Post, "/rooms", $$"""{"name":"{{name}}","beds":1}""", "anna");

        Assert.Equal(detail, (string)(await answer.MustBeProblem(status))["detail"]!);
    }

    [Fact]
    public async Task A_fault_that_only_the_service_knows_is_listed_like_one_of_a_validator()
    {
        using var answer = await client.Send(HttpMethod.Post, "/rooms", """{"name":"haunted","beds":1}""", "anna");

        Assert.Equal(
            """[{"type":"value_error","loc":["body","name"],"msg":"Nobody would sleep there"}]""",
            (await answer.MustBeProblem(422))["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task No_token_is_refused_as_OAuth_says()
    {
        using var answer = await client.PostAsync("/keys", new FormUrlEncodedContent([new("username", "nobody")]));

        var problem = await answer.MustBeProblem(400);
        Assert.Equal("invalid_grant", (string)problem["error"]!);
        Assert.Equal("No user has this name and this password.", (string)problem["error_description"]!);
    }

    [Theory]
    [InlineData("/busy", 429, 30, "Too many requests: try again later.")]
    [InlineData("/closed", 503, 5, "The porter is away.")]
    public async Task What_passes_says_when_to_try_again(string path, int status, int seconds, string detail)
    {
        using var answer = await client.GetAsync(path);

        Assert.Equal(detail, (string)(await answer.MustBeProblem(status))["detail"]!);
        Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_body_that_says_that_it_is_too_large_is_a_413()
    {
        using var connection = await RawConnection.Open(service.Address);
        await connection.Send(
            "POST /rooms HTTP/1.1\r\nHost: shop.example\r\nAuthorization: Bearer anna\r\nContent-Type: application/json\r\n"
            + "Content-Length: 30000001\r\n\r\n{");

        var answer = (await connection.Read())!;

        Api.MustBeProblem(answer.Body, 413, answer.Header("Content-Type"));
    }
}
