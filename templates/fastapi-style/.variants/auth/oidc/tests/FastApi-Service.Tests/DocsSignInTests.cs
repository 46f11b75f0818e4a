using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FastApiService.Tests;

public sealed class DocsSignInTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static readonly Dictionary<string, string> Grant = new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = "a code",
        ["redirect_uri"] = "http://localhost/docs/oauth2-redirect.html",
        ["client_id"] = "docs",
        ["code_verifier"] = "a verifier",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Authorize_button_leads_to_the_issuer()
    {
        var client = service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var answer = await client.GetAsync("/docs/authorize?response_type=code&state=a%20b", Cancellation);

        Assert.Equal($"{service.Issuer.Address}/authorize?response_type=code&state=a%20b", answer.Headers.Location?.AbsoluteUri);
    }

    [Fact]
    public async Task A_code_is_exchanged_at_the_issuer_whose_answer_no_cache_keeps()
    {
        var answer = await service.CreateClient().PostAsync("/docs/token", new FormUrlEncodedContent(Grant), Cancellation);

        var body = await answer.ShouldBeAsync(HttpStatusCode.Accepted);
        Assert.Equal(Grant, body.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!));
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("refresh_token", "true", HttpStatusCode.UnprocessableEntity)]
    [InlineData("authorization_code", "false", HttpStatusCode.NotFound)]
    public async Task Nothing_else_is(string grant, string docs, HttpStatusCode status)
    {
        await using var other = new ServiceFactory().With("Docs:SwaggerUi", docs);

        var form = new FormUrlEncodedContent(new Dictionary<string, string>(Grant) { ["grant_type"] = grant });

        await (await other.CreateClient().PostAsync("/docs/token", form, Cancellation)).ShouldBeProblemAsync(status);
    }

    [Fact]
    public async Task While_the_issuer_is_away_there_is_nobody_to_sign_in_at()
    {
        await using var early = new ServiceFactory();
        early.Issuer.IsAway = true;

        var answer = await early.CreateClient().PostAsync("/docs/token", new FormUrlEncodedContent(Grant), Cancellation);

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(answer.Headers.RetryAfter);
    }
}
