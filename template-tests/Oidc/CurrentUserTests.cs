using System.Net;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Oidc;

/// <summary>A handler that takes the CurrentUser asks of a token what every other protected route does.</summary>
public sealed class CurrentUserTests(OidcService oidc) : IClassFixture<OidcService>
{
    [Fact]
    public async Task Is_whom_the_token_names()
    {
        using var answer = await Ask(oidc.Issuer.Token(claims => claims["sub"] = "ada"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ada", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Is_nobody_without_a_token_or_with_a_wrong_one()
    {
        using var nobody = await Ask(null);
        await nobody.MustBeProblem(401);
        Assert.Equal("Bearer", nobody.Headers.WwwAuthenticate.Single().ToString());

        using var wrong = await Ask(oidc.Issuer.Token(claims => claims["aud"] = "others"));
        await wrong.MustBeProblem(401);
        Assert.Contains("another audience", wrong.Headers.WwwAuthenticate.Single().ToString());
    }

    [Fact]
    public async Task Is_refused_where_the_token_lacks_the_scope()
    {
        using var answer = await Ask(oidc.Issuer.Token(claims => claims["scope"] = "openid"));

        await answer.MustBeProblem(403);
        Assert.Equal(
            $"Bearer error=\"insufficient_scope\", scope=\"{TestIssuer.RequestedScope}\"", answer.Headers.WwwAuthenticate.Single().ToString());
    }

    private Task<HttpResponseMessage> Ask(string? token) => oidc.Process.Client.Send(HttpMethod.Get, "/me", token: token);
}
