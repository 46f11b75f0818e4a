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

    /// <summary>The public client as which the Authorize button of /docs signs in.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>For how many seconds a key that the issuer withdraws may still be trusted.</summary>
    public int KeyLifetimeSeconds { get; init; } = 60;
}

public sealed class AuthSettingsValidator : AbstractValidator<AuthSettings>
{
    public AuthSettingsValidator()
    {
        RuleFor(auth => auth.Authority).Must(IsSafe)
            .WithMessage("must be an address such as https://issuer.example.com; http is for this machine only");
        RuleFor(auth => auth.Audience).NotEmpty();

        // RFC 6749 §3.3: what one scope is made of.
        RuleFor(auth => auth.Scope).Must(scope => scope.Length > 0 && scope.All(letter => letter is > ' ' and <= '~' and not ('"' or '\\')))
            .WithMessage("must be one scope, without spaces");
        RuleFor(auth => auth.KeyLifetimeSeconds).InclusiveBetween(1, 60);
    }

    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
