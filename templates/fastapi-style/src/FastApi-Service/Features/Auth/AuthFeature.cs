using FastApiService.Features.Users;
using FastApiStyle;
using FastApiService.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

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
        [AsParameters] PasswordGrant form, UserService users, TokenIssuer tokens, HttpResponse response,
        CancellationToken cancellation)
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
