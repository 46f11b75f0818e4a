using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class ErrorTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly HttpClient client = service.Client;

    [Theory]
    [InlineData("POST", "/items")]
    [InlineData("PATCH", "/items/no-identity")]
    [InlineData("DELETE", "/items/no-identity")]
    [InlineData("GET", "/users/me")]
    public async Task Who_is_not_signed_in_is_told_so_before_anything_is_validated(string method, string path)
    {
        using var without = await client.Send(new(method), path, method == "GET" ? null : """{"price":"x"}""");
        using var wrong = await client.Send(new(method), path, token: "no.real.token");

        await without.MustBeProblem(401);
        await wrong.MustBeProblem(401);
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Contains("invalid_token", wrong.Headers.WwwAuthenticate.Single().Parameter);
    }

    [Fact]
    public async Task Every_fault_of_a_body_is_listed_with_its_place_and_its_bound()
    {
        var token = await client.NewToken();
        var body = $$"""{"name":"","price":0,"description":"{{new string('x', 1001)}}","tags":["a","{{new string('y', 31)}}"]}""";

        using var answer = await client.Send(HttpMethod.Post, "/items", body, token);

        var problem = await answer.MustBeProblem(422);
        Assert.Equal("4 errors in the request.", (string)problem["detail"]!);
        Assert.Equal(
            [
                """["body","name"] string_too_short {"min_length":1}""",
                """["body","price"] greater_than {"gt":0}""",
                """["body","description"] string_too_long {"max_length":1000}""",
                """["body","tags",1] string_too_long {"max_length":30}""",
            ],
            Faults(problem));
    }

    [Fact]
    public async Task Every_fault_of_a_query_is_listed()
    {
        using var answer = await client.GetAsync("/items?limit=0&offset=-1");

        Assert.Equal(
            [
                """["query","limit"] greater_than_equal {"ge":1}""",
                """["query","offset"] greater_than_equal {"ge":0}""",
            ],
            Faults(await answer.MustBeProblem(422)));
    }

    [Fact]
    public async Task A_body_that_is_no_json_and_one_that_is_absent_are_named()
    {
        using var broken = await client.Send(HttpMethod.Post, "/users", """{"email":""");
        using var absent = await client.Send(HttpMethod.Post, "/users", "");

        Assert.Equal("""["body"] json_invalid """, Faults(await broken.MustBeProblem(422)).Single());
        Assert.Equal("""["body"] missing """, Faults(await absent.MustBeProblem(422)).Single());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here")]
    [InlineData("/items/0199c1f0-0000-7000-8000-000000000000")]
    public async Task What_does_not_exist_is_a_404(string path)
    {
        using var answer = await client.GetAsync(path);

        Assert.Equal(path, (string)(await answer.MustBeProblem(404))["instance"]!);
    }

    [Theory]
    [InlineData("PUT", "/items", "GET POST")]
    [InlineData("POST", "/items/0199c1f0-0000-7000-8000-000000000000", "DELETE GET PATCH")]
    [InlineData("GET", "/token", "POST")]
    [InlineData("DELETE", "/users", "POST")]
    public async Task A_wrong_method_is_told_every_right_one(string method, string path, string allowed)
    {
        using var answer = await client.Send(new(method), path, method == "GET" ? null : "{}");

        await answer.MustBeProblem(405);
        Assert.Equal(allowed.Split(' '), answer.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("/users", "text/plain")]
    [InlineData("/users", "application/x-www-form-urlencoded")]
    [InlineData("/token", "application/json")]
    public async Task A_body_of_another_content_type_is_a_415(string path, string type)
    {
        using var answer = await client.PostAsync(path, new StringContent("{}", MediaTypeHeaderValue.Parse(type)));

        await answer.MustBeProblem(415);
    }

    [Fact]
    public async Task A_body_that_says_that_it_is_too_large_is_a_413()
    {
        using var connection = await RawConnection.Open(service.Process.Address);
        await connection.Send(
            "POST /users HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n{");

        var answer = (await connection.Read())!;

        Api.MustBeProblem(answer.Body, 413, answer.Header("Content-Type"));
    }

    [Fact]
    public async Task A_chunked_body_is_a_413_once_it_is_too_large()
    {
        using var connection = await RawConnection.Open(service.Process.Address);
        await connection.Send(
            "POST /users HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        var text = new StringBuilder("""{"email":" """).Append('x', 1024 * 1024);
        await connection.Send($"{text.Length:x}\r\n{text}\r\n");

        var answer = (await connection.Read())!;

        Api.MustBeProblem(answer.Body, 413, answer.Header("Content-Type"));
    }

    private static IEnumerable<string> Faults(JsonObject problem) => problem["errors"]!.AsArray().Select(fault =>
    {
        Assert.NotEmpty((string)fault!["msg"]!);
        Assert.Null(fault["input"]);
        return $"{fault["loc"]!.ToJsonString()} {fault["type"]} {fault["ctx"]?.ToJsonString()}";
    });
}
