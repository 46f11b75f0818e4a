using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FastApiService.Features.Auth;

/// <summary>The OAuth 2.0 password form (RFC 6749 §4.3.2).</summary>
/// <param name="Username">The e-mail address. <example>ada@example.com</example></param>
/// <param name="Password">The password. <example>correct horse battery</example></param>
/// <param name="GrantType"><c>password</c>; may be left out. <example>password</example></param>
/// <param name="Scope">Accepted and ignored: this service knows no scopes.</param>
public sealed record PasswordGrant(
    [property: FromForm(Name = "username")] string Username,
    [property: FromForm(Name = "password")] string Password,
    [property: FromForm(Name = "grant_type")] string? GrantType = null,
    [property: FromForm(Name = "scope")] string? Scope = null);

public sealed class PasswordGrantValidator : AbstractValidator<PasswordGrant>
{
    public PasswordGrantValidator()
    {
        RuleFor(form => form.Username).Length(1, 254);
        RuleFor(form => form.Password).Length(1, 128);
    }
}

/// <summary>Proof of who one is (RFC 6749 §5.1), sent as <c>Authorization: Bearer …</c>.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="TokenType"><c>bearer</c></param>
/// <param name="ExpiresIn">For how many seconds it is valid.</param>
public sealed record Token(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);
