using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Oidc;

public sealed class TokenTests(OidcService oidc) : IClassFixture<OidcService>
{
    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public static TheoryData<string, JsonNode?, string> Faults => new()
    {
        { "iss", "https://other.example.com", "another issuer" },
        { "aud", "others", "another audience" },
        { "aud", null, "another audience" },
        { "exp", Now - 20, "has expired" },
        { "exp", null, "when it expires" },
        { "nbf", Now + 60, "not valid yet" },
        { "sub", null, "not one that" },
        { "sub", "", "not one that" },
        { "sub", new JsonArray("one", "two"), "not one that" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_claim_that_is_wrong_is_refused(string claim, JsonNode? value, string words) =>
        await oidc.Process.MustRefuse(oidc.Issuer.Token(claims => Set(claims, claim, value)), words);

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("RS256")]
    public async Task A_token_without_a_signature_is_refused(string algorithm) =>
        await oidc.Process.MustRefuse(oidc.Issuer.Token(algorithm: algorithm, sign: _ => []), "not signed");

    [Fact]
    public async Task The_public_key_is_no_secret()
    {
        var key = oidc.Issuer[oidc.Issuer.Key];
        byte[][] secrets =
        [
            Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem() + "\n"),
            key.ExportSubjectPublicKeyInfo(),
            key.ExportParameters(false).Modulus!,
        ];
        foreach (var secret in secrets)
        {
            await oidc.Process.MustRefuse(oidc.Issuer.Token(algorithm: "HS256", sign: data => HMACSHA256.HashData(secret, data)), "not signed");
        }
    }

    [Fact]
    public async Task A_key_that_is_not_the_issuers_is_refused()
    {
        using var other = RSA.Create(2048);
        byte[] Sign(byte[] data) => other.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        await oidc.Process.MustRefuse(oidc.Issuer.Token(key: "unknown", sign: Sign), "not signed");
        await oidc.Process.MustRefuse(oidc.Issuer.Token(sign: Sign), "not signed");
    }

    [Theory]
    [InlineData("openid")]
    [InlineData("api2 API")]
    [InlineData(null)]
    public async Task A_token_without_the_scope_is_forbidden(string? scope)
    {
        using var answer = await oidc.Process.Create(oidc.Issuer.Token(claims => Set(claims, "scope", scope)));

        await answer.MustBeProblem(403);
        Assert.Equal($"Bearer error=\"insufficient_scope\", scope=\"{TestIssuer.RequestedScope}\"", answer.Headers.WwwAuthenticate.Single().ToString());
    }

    [Fact]
    public async Task No_token_is_asked_for_one_and_a_valid_one_is_taken()
    {
        using var answer = await oidc.Process.Create(null);
        await answer.MustBeProblem(401);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().ToString());

        await oidc.Process.MustTake(oidc.Issuer.Token());
    }

    [Fact]
    public async Task A_key_that_is_added_is_taken_up_at_once_and_one_that_is_withdrawn_is_soon_refused()
    {
        await oidc.Process.MustTake(oidc.Issuer.Token());
        var key = oidc.Issuer.Add();
        var token = oidc.Issuer.Token(key: key);
        await oidc.Process.MustTake(token);

        oidc.Issuer.Withdraw(key);

        // Two seconds are set, and the machine may be busy.
        await Task.Delay(TimeSpan.FromSeconds(3));
        await oidc.Process.MustRefuse(token, "not signed");
        await oidc.Process.MustTake(oidc.Issuer.Token());
    }

    private static void Set(JsonObject claims, string claim, JsonNode? value)
    {
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value.DeepClone();
        }
    }
}
