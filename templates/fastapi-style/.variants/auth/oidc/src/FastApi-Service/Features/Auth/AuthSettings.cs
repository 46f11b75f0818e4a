using System.ComponentModel.DataAnnotations;

namespace FastApiService.Features.Auth;

/// <summary>The settings under <c>Auth</c>.</summary>
public sealed record AuthSettings
{
    // RFC 6749 §3.3: what one scope is made of.
    private const string OneScope = @"^[!#-\[\]-~]+$";
    private const string NotOneScope = "must be one scope, without spaces";

    /// <summary>The address of the issuer: its discovery document stands below it.</summary>
    [IssuerAddress]
    public string Authority { get; init; } = "";

    /// <summary>For whom the tokens are: the <c>aud</c> claim.</summary>
    [Required]
    public string Audience { get; init; } = "";

    /// <summary>What every token must allow: one word of the <c>scope</c> or <c>scp</c> claim.</summary>
    [Required]
    [RegularExpression(OneScope, ErrorMessage = NotOneScope)]
    public string Scope { get; init; } = "";

    /// <summary>How the issuer wants that scope to be asked for, where it has another name there, such as <c>api://shop/api</c>.</summary>
    [RegularExpression(OneScope, ErrorMessage = NotOneScope)]
    public string RequestedScope { get; init; } = "";

    /// <summary>The public client as which the Authorize button of /docs signs in.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>For how many seconds a key that the issuer withdraws may still be trusted.</summary>
    [Range(1, 60)]
    public int KeyLifetimeSeconds { get; init; } = 60;

    /// <summary>Where the issuer says what a client needs to know of it (OpenID Connect Discovery 1.0).</summary>
    internal string DiscoveryDocument => $"{Authority.TrimEnd('/')}/.well-known/openid-configuration";

    internal string ScopeInRequest => RequestedScope.Length > 0 ? RequestedScope : Scope;
}

internal sealed class IssuerAddressAttribute() : ValidationAttribute("must be an address such as https://issuer.example.com; http is for this machine only")
{
    public override bool IsValid(object? value) =>
        Uri.TryCreate($"{value}", UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
