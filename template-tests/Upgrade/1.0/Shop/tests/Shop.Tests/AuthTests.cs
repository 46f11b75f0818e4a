using System.Net;
using System.Net.Http.Json;

namespace Shop.Tests;

public sealed class AuthTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_password_form_gives_a_token_that_no_cache_keeps()
    {
        var client = service.CreateClient();
        await client.PostAsJsonAsync("/users", new { email = "form@example.com", password = "correct horse" }, Cancellation);

        var answer = await SignInAsync(client, ("grant_type", "password"), ("username", "FORM@example.com"), ("password", "correct horse"));
        var token = await answer.ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal("bearer", token.GetProperty("token_type").GetString());
        Assert.Equal(1800, token.GetProperty("expires_in").GetInt32());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("password", "invalid_grant")]
    [InlineData("client_credentials", "unsupported_grant_type")]
    public async Task A_refused_token_has_the_error_code_of_OAuth(string grant, string error)
    {
        var answer = await SignInAsync(service.CreateClient(), ("grant_type", grant), ("username", "nobody@example.com"), ("password", "wrong"));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(error, problem.GetProperty("error").GetString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Who_tries_too_often_waits()
    {
        await using var limited = new ServiceFactory()
            .With("RateLimiting:Enabled", "true").With("RateLimiting:SignInsPerMinute", "1").With("RateLimiting:SignUpsPerMinute", "1");
        var client = limited.CreateClient();

        foreach (var attempt in new[] { () => SignInAsync(client), () => client.PostAsJsonAsync("/users", new { }, Cancellation) })
        {
            await (await attempt()).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity);
            var refused = await attempt();
            await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, params (string Name, string Value)[] fields) =>
        client.PostAsync("/token", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancellation);
}
