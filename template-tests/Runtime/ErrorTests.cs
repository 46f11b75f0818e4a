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
    public async Task A_body_that_says_that_it_is_too_large_is_a_413()
    {
        using var connection = await RawConnection.Open(service.Process.Address);
        await connection.Send(
            "POST /users HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nContent-Length: 1048577\r\n\r\n{");

        var answer = (await connection.Read())!;

        Api.MustBeProblem(answer.Body, 413, answer.Header("Content-Type"));
    }
}
