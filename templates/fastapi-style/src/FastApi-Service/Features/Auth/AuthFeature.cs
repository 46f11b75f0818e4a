using System.Text.Json.Serialization;
using FastApiService.Features.Users;
using FastApiService.Hosting;
using FastApiStyle;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FastApiService.Features.Auth;

/// <summary>Signing in. The Authorize button of /docs uses it.</summary>
public sealed class AuthFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<TokenIssuer>();

    public static void MapRoutes(IEndpointRouteBuilder routes) =>
        // OAuth 2.0 knows this form alone. No cookie is involved, so there is nothing for an antiforgery token to protect.
        routes.MapPost("/token", CreateToken).WithTags("auth").Accepts<PasswordGrant>("application/x-www-form-urlencoded")
            .DisableAntiforgery().RequireRateLimiting(RateLimits.SignIn);

    /// <summary>Sign in.</summary>
    /// <remarks>The password grant of OAuth 2.0 (RFC 6749 §4.3).</remarks>
    /// <response code="200">The token.</response>
    /// <response code="400">The password does not fit the user, or another grant than <c>password</c> was asked for.</response>
    private static async Task<Results<Ok<Token>, OAuthProblem>> CreateToken(
        [AsParameters] PasswordGrant form, UserService users, TokenIssuer tokens, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        if (form.GrantType is not (null or "password"))
        {
            return new OAuthProblem("unsupported_grant_type", "The only grant_type here is \"password\".");
        }
        return await users.SignInAsync(form.Username, form.Password, cancellation) is { } id
            ? TypedResults.Ok(tokens.Issue(id))
            : new OAuthProblem("invalid_grant", "No user has this name and this password.");
    }
}

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
