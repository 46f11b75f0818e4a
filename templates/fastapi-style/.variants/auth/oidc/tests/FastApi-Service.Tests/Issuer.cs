using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FastApiService.Tests;

/// <summary>An issuer of tokens on a free port of this machine, whose keys come and go.</summary>
public sealed class Issuer : IAsyncDisposable
{
    // As in appsettings.json.
    public const string Audience = "FastApi-Service";
    public const string Scope = "api";

    private readonly WebApplication app;
    private volatile IReadOnlyList<SecurityKey> published = [];
    private int requests;

    public Issuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use((http, next) =>
        {
            Interlocked.Increment(ref requests);
            return IsAway ? Away(http) : next(http);
        });
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string>
        {
            ["issuer"] = Address,
            ["jwks_uri"] = $"{Address}/keys",
        });
        app.MapGet("/keys", () => new { keys = published.Select(Publish) });
        app.Start();
        Key = Add();
    }

    /// <summary>What it calls itself, and where it is.</summary>
    public string Address => app.Urls.Single();

    /// <summary>The key that signs unless another one is named.</summary>
    public SecurityKey Key { get; }

    /// <summary>Whether it hangs up on everybody.</summary>
    public bool IsAway { get; set; }

    public int Requests => requests;

    /// <summary>A key that nobody knows.</summary>
    public static SecurityKey NewKey() => new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString() };

    /// <summary>Publishes a new key.</summary>
    public SecurityKey Add(SecurityKey? key = null)
    {
        published = [.. published, key ??= NewKey()];
        return key;
    }

    public void Withdraw(SecurityKey key) => published = [.. published.Where(each => each != key)];

    /// <summary>A token that is valid, but for what is changed in it.</summary>
    public string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object> { ["sub"] = "somebody", ["scope"] = $"openid {Scope}" },
            SigningCredentials = new(Key, SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task Away(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static Dictionary<string, string> Publish(SecurityKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromSecurityKey(key);
        return key switch
        {
            RsaSecurityKey => new() { ["kty"] = jwk.Kty, ["kid"] = jwk.Kid, ["use"] = "sig", ["n"] = jwk.N, ["e"] = jwk.E },
            SymmetricSecurityKey => new() { ["kty"] = jwk.Kty, ["kid"] = jwk.Kid, ["use"] = "sig", ["k"] = jwk.K },
            _ => new() { ["kty"] = jwk.Kty, ["kid"] = jwk.Kid, ["use"] = "sig", ["crv"] = jwk.Crv, ["x"] = jwk.X, ["y"] = jwk.Y },
        };
    }
}
