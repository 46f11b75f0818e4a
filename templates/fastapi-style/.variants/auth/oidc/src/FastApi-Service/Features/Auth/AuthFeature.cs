using System.Threading.RateLimiting;
using FastApiStyle;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FastApiService.Features.Auth;

/// <summary>The way from /docs to the issuer, whose addresses stand in its discovery document and not in that of this service.</summary>
public sealed class AuthFeature : IFeature
{
    public const string Authorize = "/docs/authorize";
    public const string Token = "/docs/token";

    // A browser signs in now and then. Nobody tries codes at the issuer in the name of this service.
    private static readonly FixedWindowRateLimiter Limit = new(new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) });

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var docs = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter(WithDocsAsync);
        docs.MapGet(Authorize, AuthorizeAsync);
        // No cookie is involved, so there is nothing for an antiforgery token to protect.
        docs.MapPost(Token, CreateTokenAsync).DisableAntiforgery();
    }

    private static async Task<IResult> AuthorizeAsync(HttpRequest request, TrustedIssuer issuer)
    {
        var address = (await issuer.ReadAsync()).AuthorizationEndpoint;
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return TypedResults.Redirect($"{address}{separator}{request.QueryString.Value?.TrimStart('?')}");
    }

    /// <summary>Asks in the place of the page, which may talk to this service only.</summary>
    private static async Task<IResult> CreateTokenAsync(
        [AsParameters] CodeGrant form, TrustedIssuer issuer, HttpResponse response, CancellationToken cancellation)
    {
        using var turn = Limit.AttemptAcquire();
        if (!turn.IsAcquired)
        {
            response.Headers.RetryAfter = "60";
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = form.GrantType,
            ["code"] = form.Code,
            ["redirect_uri"] = form.RedirectUri,
            ["client_id"] = form.ClientId,
            ["code_verifier"] = form.CodeVerifier,
        });
        using var answer = await issuer.PostAsync((await issuer.ReadAsync()).TokenEndpoint, fields, cancellation);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Text(
            await answer.Content.ReadAsByteArrayAsync(cancellation), answer.Content.Headers.ContentType?.ToString(), (int)answer.StatusCode);
    }

    private static async ValueTask<object?> WithDocsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Docs:SwaggerUi", true))
        {
            return TypedResults.NotFound();
        }
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (exception is IssuerAwayException or HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            http.Response.Headers.RetryAfter = AuthSetup.RetryAfter;
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>A code for a token (RFC 6749 §4.1.3) by a public client (RFC 7636 §4.5).</summary>
public sealed record CodeGrant(
    [property: FromForm(Name = "grant_type")] string GrantType,
    [property: FromForm(Name = "code")] string Code,
    [property: FromForm(Name = "redirect_uri")] string RedirectUri,
    [property: FromForm(Name = "client_id")] string ClientId,
    [property: FromForm(Name = "code_verifier")] string CodeVerifier);

public sealed class CodeGrantValidator : AbstractValidator<CodeGrant>
{
    public CodeGrantValidator() => RuleFor(form => form.GrantType).Equal("authorization_code");
}
