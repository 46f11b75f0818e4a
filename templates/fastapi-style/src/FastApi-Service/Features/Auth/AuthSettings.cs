using System.Text;
using FluentValidation;

namespace FastApiService.Features.Auth;

/// <summary>The settings under <c>Auth</c>.</summary>
public sealed record AuthSettings
{
    /// <summary>Who issues the tokens: the <c>iss</c> claim.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>For whom the tokens are: the <c>aud</c> claim.</summary>
    public string Audience { get; init; } = "";

    /// <summary>For how many minutes a token is valid.</summary>
    public int TokenMinutes { get; init; } = 30;

    /// <summary>The secret that signs the tokens. In development a random one is made at each start.</summary>
    public string SigningKey { get; init; } = "";
}

public sealed class AuthSettingsValidator : AbstractValidator<AuthSettings>
{
    public AuthSettingsValidator()
    {
        RuleFor(auth => auth.Issuer).NotEmpty();
        RuleFor(auth => auth.Audience).NotEmpty();
        RuleFor(auth => auth.TokenMinutes).InclusiveBetween(1, 1440);

        // RFC 7518 §3.2: a key for HS256 is at least as long as its hash.
        RuleFor(auth => auth.SigningKey).Must(key => Encoding.UTF8.GetByteCount(key) >= 32)
            .WithMessage("must be a secret of at least 32 bytes, such as `openssl rand -base64 32` makes");
    }
}
