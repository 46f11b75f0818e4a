using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace FastApiService.Tests;

public sealed class AuthTests(GuardedService service) : IClassFixture<GuardedService>
{
    private readonly Issuer issuer = service.Issuer;

    public static TheoryData<string, Action<SecurityTokenDescriptor>> Faults => new()
    {
        { "of another issuer", token => token.Issuer = "https://other.example.com" },
        { "for another audience", token => token.Audience = "others" },
        { "has expired", token => (token.NotBefore, token.Expires) = (null, DateTime.UtcNow.AddSeconds(-20)) },
        { "not valid yet", token => token.NotBefore = DateTime.UtcNow.AddSeconds(20) },
        { "when it expires", token => token.Expires = null },
        { "not signed", token => token.SigningCredentials = null },
        { "not signed", token => token.SigningCredentials = new(Issuer.NewKey(), SecurityAlgorithms.EcdsaSha256) },
        { "not one that", token => token.TokenType = "logout+jwt" },
        { "not one that", token => token.Claims.Remove("sub") },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_token_with_a_fault_is_refused(string words, Action<SecurityTokenDescriptor> fault) =>
        await service.ShouldRefuseAsync(issuer.Token(fault), words);

    [Theory]
    [InlineData("forged")]
    [InlineData("e30.e30.")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJpc3MiOiLDqQ0KIn0.")]
    public async Task What_is_no_token_is_refused(string token) => await service.ShouldRefuseAsync(token, "token");

    [Fact]
    public async Task A_public_key_is_no_secret_to_sign_with()
    {
        using var rsa = RSA.Create(2048);
        var key = issuer.Add(new RsaSecurityKey(rsa) { KeyId = "rsa" });
        await service.ShouldTakeAsync(issuer.Token(token => token.SigningCredentials = new(key, SecurityAlgorithms.RsaSsaPssSha256)));

        foreach (var secret in new[] { Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), rsa.ExportSubjectPublicKeyInfo() })
        {
            var forged = new SymmetricSecurityKey(secret) { KeyId = "rsa" };
            await service.ShouldRefuseAsync(issuer.Token(token => token.SigningCredentials = new(forged, SecurityAlgorithms.HmacSha256)), "not signed");
        }
    }

    [Fact]
    public async Task A_secret_that_is_published_is_none()
    {
        var key = issuer.Add(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)) { KeyId = "secret" });

        await service.ShouldRefuseAsync(issuer.Token(token => token.SigningCredentials = new(key, SecurityAlgorithms.HmacSha256)), "not signed");
    }

    [Theory]
    [InlineData("scope", "openid")]
    [InlineData("scope", "API")]
    [InlineData("roles", Issuer.Scope)]
    public async Task A_token_without_the_scope_may_do_nothing(string claim, string value)
    {
        var answer = await service.SendAsync(issuer.Token(token => token.Claims = Claims(claim, value)));

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden);
        Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"{Issuer.Scope}\"", answer.Headers.WwwAuthenticate.Single().ToString());
    }

    [Fact]
    public async Task Scopes_may_be_a_list() =>
        await service.ShouldTakeAsync(issuer.Token(token => token.Claims = Claims("scp", new[] { "openid", Issuer.Scope })));

    [Fact]
    public async Task Who_has_no_token_is_asked_for_one()
    {
        var answer = await service.SendAsync(null);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().ToString());
    }

    private static Dictionary<string, object> Claims(string claim, object value) => new() { ["sub"] = "somebody", [claim] = value };
}
