using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Features.Articles;

/// <summary>
/// Knows one user: <c>Authorization: Token author</c>. Who says nothing, or has left, is answered with 401, who says something else with 403.
/// </summary>
internal sealed class TokenUsers(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Journal journal)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Policy = "known";
    public const string Header = "Token author";

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(nameof(TokenUsers)).AddScheme<AuthenticationSchemeOptions, TokenUsers>(nameof(TokenUsers), null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser());
        builder.Services.ConfigureSwaggerGen(swagger => SignInDocs.Add(swagger, new()
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "Authorization",
        }));
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Request.Headers.Authorization.ToString() != Header ? AuthenticateResult.NoResult()
        : journal.Gone.ContainsKey("author") ? AuthenticateResult.Fail("The user has left.")
        : AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "author")], Scheme.Name)), Scheme.Name)));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Headers.Authorization.ToString() is "" or Header)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Token";
        }
        else
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        return Task.CompletedTask;
    }
}
