using System.Net;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Oidc;

/// <summary>A scaffold of <c>--auth oidc</c>, built once, running beside an issuer of its own.</summary>
public sealed class OidcService : IAsyncLifetime
{
    private static readonly Lazy<Task<Scaffold>> Shared = new(async () =>
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--auth", "oidc"]);
        scaffold.AddFeatures("Oidc/Features");
        await scaffold.Build();
        return scaffold;
    });

    internal TestIssuer Issuer { get; } = new TestIssuer().Start();

    public ServiceProcess Process { get; private set; } = null!;

    public static Task<Scaffold> Scaffolded => Shared.Value;

    internal static Dictionary<string, string> Settings(TestIssuer issuer) => new()
    {
        ["Auth__Authority"] = issuer.Address,
        ["Auth__Audience"] = TestIssuer.Audience,
        ["Auth__Scope"] = TestIssuer.Scope,
        ["Auth__RequestedScope"] = TestIssuer.RequestedScope,
        ["Auth__ClientId"] = "docs",
        // The longest that a withdrawn key may be trusted is a minute; a test need not wait that long.
        ["Auth__KeyLifetimeSeconds"] = "2",
    };

    internal static async Task<ServiceProcess> Start(TestIssuer issuer, params (string Name, string Value)[] more)
    {
        var settings = Settings(issuer);
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }
        return await (await Scaffolded).Start(settings);
    }

    public async Task InitializeAsync() => Process = await Start(Issuer);

    public async Task DisposeAsync()
    {
        await Process.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}

internal static class Tokens
{
    /// <summary>Does what only a token with the scope may do.</summary>
    public static Task<HttpResponseMessage> Create(this ServiceProcess service, string? token) =>
        service.Client.Send(HttpMethod.Post, "/items", $$"""{"name":"Lamp {{Guid.NewGuid():N}}","price":12.5}""", token);

    public static async Task MustTake(this ServiceProcess service, string token)
    {
        using var answer = await service.Create(token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>Refuses with 401, and says with a word of the description why.</summary>
    public static async Task MustRefuse(this ServiceProcess service, string token, string words)
    {
        using var answer = await service.Create(token);
        await answer.MustBeProblem(401);
        Assert.Matches(
            $"""^Bearer error="invalid_token", error_description="[^"]*{words}[^"]*"$""", answer.Headers.WwwAuthenticate.Single().ToString());
    }

    public static async Task MustNotKnow(this ServiceProcess service, string token)
    {
        using var answer = await service.Create(token);
        await answer.MustBeProblem(503);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }
}
