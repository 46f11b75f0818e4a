using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Oidc;

/// <summary>An issuer on loopback, written from the specifications alone: discovery, keys, authorization code with PKCE, RS256.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "Shop";
    public const string Scope = "api";

    /// <summary>How it wants that scope to be asked for.</summary>
    public const string RequestedScope = "api://shop/api";

    private readonly ConcurrentDictionary<string, RSA> published = [];
    private readonly CodeFlow flow = new();
    private HttpListener? listener;

    public TestIssuer()
    {
        Address = $"http://127.0.0.1:{Loopback.FreePort()}";
        Key = Add();
    }

    public string Address { get; }

    public string Key { get; }

    /// <summary>How many codes were exchanged for tokens by whoever asked for them.</summary>
    public int Exchanged => flow.Exchanged;

    public RSA this[string key] => published[key];

    public TestIssuer Start()
    {
        listener = new HttpListener { Prefixes = { $"{Address}/" } };
        listener.Start();
        _ = Serve(listener);
        return this;
    }

    public void Stop() => listener?.Close();

    public string Add()
    {
        var key = Guid.NewGuid().ToString("N");
        published[key] = RSA.Create(2048);
        return key;
    }

    public void Withdraw(string key) => published.TryRemove(key, out _);

    public JsonObject Claims() => new()
    {
        ["iss"] = Address,
        ["aud"] = Audience,
        ["sub"] = "somebody",
        ["scope"] = $"openid {Scope}",
        ["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 300,
    };

    /// <summary>A token that is valid, but for what is changed in its claims, or in who signs it.</summary>
    public string Token(Action<JsonObject>? change = null, string? key = null, string algorithm = "RS256", Func<byte[], byte[]>? sign = null)
    {
        key ??= Key;
        sign ??= data => published[key].SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var claims = Claims();
        change?.Invoke(claims);
        var header = new JsonObject { ["alg"] = algorithm, ["kid"] = key, ["typ"] = "JWT" };
        var signed = $"{Encode(header.ToJsonString())}.{Encode(claims.ToJsonString())}";
        return $"{signed}.{Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return ValueTask.CompletedTask;
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    internal static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private async Task Serve(HttpListener server)
    {
        while (server.IsListening)
        {
            try
            {
                var context = await server.GetContextAsync();
                await Answer(context.Request, context.Response);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // It was stopped, or the client has left.
            }
        }
    }

    private async Task Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        var body = HttpUtility.ParseQueryString(await new StreamReader(request.InputStream).ReadToEndAsync());
        AllowPages(request, response);
        var answer = request.Url!.AbsolutePath switch
        {
            _ when request.HttpMethod == "OPTIONS" => [],
            "/.well-known/openid-configuration" => new JsonObject
            {
                ["issuer"] = Address,
                ["jwks_uri"] = $"{Address}/keys",
                ["authorization_endpoint"] = $"{Address}/authorize",
                ["token_endpoint"] = $"{Address}/token",
                ["grant_types_supported"] = new JsonArray("authorization_code"),
            },
            "/keys" => new JsonObject { ["keys"] = new JsonArray([.. published.Select(key => Publish(key.Key, key.Value))]) },
            "/authorize" => flow.Authorize(request, response),
            "/token" when request.HttpMethod == "POST" => flow.Exchange(body, () => Token()),
            _ => null,
        };
        if (answer is null && response.RedirectLocation is null)
        {
            response.StatusCode = 400;
        }
        else if (answer is not null)
        {
            response.ContentType = "application/json";
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()));
        }
    }

    /// <summary>What pages of other origins need of it, and no more (Fetch §3.3).</summary>
    private static void AllowPages(HttpListenerRequest request, HttpListenerResponse response)
    {
        if (request.Url!.AbsolutePath is "/.well-known/openid-configuration" or "/token" && request.Headers["Origin"] is { } origin)
        {
            response.Headers["Access-Control-Allow-Origin"] = origin;
            response.Headers["Access-Control-Allow-Headers"] = "X-Requested-With";
        }
    }

    private static JsonObject Publish(string id, RSA key)
    {
        var parameters = key.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["n"] = Encode(parameters.Modulus!), ["e"] = Encode(parameters.Exponent!) };
    }
}
