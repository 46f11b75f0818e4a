using FluentValidation;

namespace FastApiService.Features.Auth;

/// <summary>The settings under <c>Auth</c>.</summary>
public sealed record AuthSettings
{
    /// <summary>The address of the issuer: its discovery document stands below it.</summary>
    public string Authority { get; init; } = "";

    /// <summary>For whom the tokens are: the <c>aud</c> claim.</summary>
    public string Audience { get; init; } = "";

    /// <summary>What every token must allow: one word of the <c>scope</c> or <c>scp</c> claim.</summary>
    public string Scope { get; init; } = "";

    /// <summary>How the issuer wants that scope to be asked for, where it has another name there, such as <c>api://shop/api</c>.</summary>
    public string RequestedScope { get; init; } = "";

    /// <summary>The public client as which the Authorize button of /docs signs in.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>For how many seconds a key that the issuer withdraws may still be trusted.</summary>
    public int KeyLifetimeSeconds { get; init; } = 60;

    /// <summary>Where the issuer says what a client needs to know of it (OpenID Connect Discovery 1.0).</summary>
    internal string DiscoveryDocument => $"{Authority.TrimEnd('/')}/.well-known/openid-configuration";

    internal string ScopeInRequest => RequestedScope.Length > 0 ? RequestedScope : Scope;
}

public sealed class AuthSettingsValidator : AbstractValidator<AuthSettings>
{
    public AuthSettingsValidator()
    {
        RuleFor(auth => auth.Authority).Must(IsSafe)
            .WithMessage("must be an address such as https://issuer.example.com; http is for this machine only");
        RuleFor(auth => auth.Audience).NotEmpty();

        RuleFor(auth => auth.Scope).Must(scope => scope.Length > 0 && IsScope(scope)).WithMessage("must be one scope, without spaces");
        RuleFor(auth => auth.RequestedScope).Must(IsScope).WithMessage("must be one scope, without spaces");
        RuleFor(auth => auth.KeyLifetimeSeconds).InclusiveBetween(1, 60);
    }

    // RFC 6749 §3.3: what one scope is made of.
    private static bool IsScope(string scope) => scope.All(letter => letter is > ' ' and <= '~' and not ('"' or '\\'));

    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
