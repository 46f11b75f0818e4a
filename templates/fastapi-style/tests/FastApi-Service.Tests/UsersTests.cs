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
    public async Task A_user_who_was_removed_is_nobody()
    {
        await using var before = new ServiceFactory().With("Auth:SigningKey", new string('k', 32));
        await using var after = new ServiceFactory().With("Auth:SigningKey", new string('k', 32));
        var client = after.CreateClient();
        client.DefaultRequestHeaders.Authorization = (await before.ClientAsync()).DefaultRequestHeaders.Authorization;

        await (await client.GetAsync("/users/me", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> SignUpAsync(HttpClient client, string email) =>
        client.PostAsJsonAsync("/users", new { email, password = "correct horse" }, Cancellation);
}
