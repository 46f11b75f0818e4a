using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace FastApiService.Tests;

public sealed class UsersTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_up_is_signed_in()
    {
        var client = service.CreateClient();

        var answer = await SignUpAsync(client, "new@example.com");
        var token = await answer.ShouldBeAsync(HttpStatusCode.Created);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        var user = await (await client.GetAsync(answer.Headers.Location, Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal("new@example.com", user.GetProperty("email").GetString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task An_address_signs_up_once_in_whatever_letter_case_and_however_fast()
    {
        var client = service.CreateClient();

        var answers = await Task.WhenAll(SignUpAsync(client, "race@example.com"), SignUpAsync(client, "RACE@example.com"));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        await answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBeProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_address_and_a_password_have_rules() =>
        await (await service.CreateClient().PostAsJsonAsync("/users", new { email = "nobody", password = "short" }, Cancellation))
            .ShouldListAsync("value_error@body.email", "string_too_short@body.password");

    [Fact]
    public async Task Who_has_no_token_is_nobody()
    {
        var client = service.CreateClient();
        await (await client.GetAsync("/users/me", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "forged");
        var answer = await client.GetAsync("/users/me", Cancellation);
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_user_who_was_removed_is_not_found()
    {
        await using var before = new ServiceFactory().With("Auth:SigningKey", new string('k', 32));
        await using var after = new ServiceFactory().With("Auth:SigningKey", new string('k', 32));
        var signedIn = await before.SignedInAsync();
        var client = after.CreateClient();
        client.DefaultRequestHeaders.Authorization = signedIn.DefaultRequestHeaders.Authorization;

        await (await client.GetAsync("/users/me", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> SignUpAsync(HttpClient client, string email) =>
        client.PostAsJsonAsync("/users", new { email, password = "correct horse" }, Cancellation);
}

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
    public async Task A_form_without_its_fields_is_refused() =>
        await (await SignInAsync(service.CreateClient(), ("scope", "")))
            .ShouldListAsync("missing@body.username", "missing@body.password");

    [Fact]
    public async Task A_token_is_asked_for_with_a_form() =>
        await (await service.CreateClient().PostAsJsonAsync("/token", new { username = "a", password = "b" }, Cancellation))
            .ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);

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
