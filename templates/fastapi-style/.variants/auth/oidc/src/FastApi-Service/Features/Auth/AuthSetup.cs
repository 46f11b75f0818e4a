using System.Security.Claims;
using FastApiStyle;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Swashbuckle.AspNetCore.SwaggerGen;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace FastApiService.Features.Auth;

/// <summary>Who is asking: bearer tokens that an issuer has signed (RFC 6750), trusted as its discovery document says.</summary>
public static class AuthSetup
{
    /// <summary>How many seconds a client waits while the issuer is away.</summary>
    public const string RetryAfter = "5";

    // Signed with a private key: what the issuer publishes must not be enough to sign with.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    // RFC 9068 says at+jwt, many issuers JWT, some nothing. Other types, such as logout+jwt, are no access tokens.
    private static readonly string[] TokenTypes = ["", "JWT", "at+jwt", "application/at+jwt"];

    public static void AddAuth(this WebApplicationBuilder builder)
    {
        builder.AddSettings<AuthSettings>("Auth");
        builder.Services.ConfigureSwaggerGen(document => document.OperationFilter<AuthDocs>());
        builder.Services.AddOptions<SwaggerGenOptions>().Configure<IOptions<AuthSettings>>((document, settings) => AuthDocs.Describe(document, settings.Value));
        builder.Services.AddOptions<SwaggerUIOptions>().Configure<IOptions<AuthSettings>>((page, settings) => SignIn(page, settings.Value));
        builder.Services.AddSingleton<TrustedIssuer>();
        builder.Services.AddSingleton<IAuthorizationHandler, ScopeCheck>();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IOptions<AuthSettings>, TrustedIssuer>((options, settings, issuer) => Trust(options, settings.Value, issuer));
    }

    private static void SignIn(SwaggerUIOptions page, AuthSettings auth)
    {
        page.OAuthClientId(auth.ClientId);
        page.OAuthScopes(auth.ScopeInRequest);
        page.OAuthUsePkce();
        // Some issuers want to hear for whom the token is; the others pass over it (RFC 6749 §3.1).
        page.OAuthAdditionalQueryStringParams(new() { ["audience"] = auth.Audience });
        // The page would offer every grant and every scope that the issuer knows.
        page.UseResponseInterceptor($$"""
            (response) => {
              if (response.ok && response.url.endsWith("/.well-known/openid-configuration")) {
                const issuer = { ...JSON.parse(response.text), grant_types_supported: ["authorization_code"], scopes_supported: ["{{auth.ScopeInRequest}}"] };
                response.text = JSON.stringify(issuer);
              }
              return response;
            }
            """);
    }

    private static void Trust(JwtBearerOptions options, AuthSettings auth, TrustedIssuer issuer)
    {
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new IssuedTokens(issuer));
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = auth.Audience,
            ValidAlgorithms = Algorithms,
            TypeValidator = (type, _, _) => TokenTypes.Contains(type ?? "", StringComparer.OrdinalIgnoreCase)
                ? type : throw new SecurityTokenInvalidTypeException(),
            ClockSkew = TimeSpan.FromSeconds(10),
            NameClaimType = JwtRegisteredClaimNames.Sub,
        };
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = RequireIdAsync,
            OnChallenge = ChallengeAsync,
            OnForbidden = context =>
            {
                AskForScope(context.HttpContext, auth);
                return Task.CompletedTask;
            },
        };
    }

    private static Task RequireIdAsync(TokenValidatedContext context)
    {
        if (context.Principal!.FindAll(JwtRegisteredClaimNames.Sub).ToList() is not [{ Value.Length: > 0 }])
        {
            context.Fail("The token is of nobody.");
        }
        return Task.CompletedTask;
    }

    /// <summary>401 says what is wrong with the token; where nobody can tell yet, 503 does not blame it.</summary>
    private static Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        if (context.AuthenticateFailure is IssuerAwayException)
        {
            context.HandleResponse();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfter;
        }
        // In words of our own: those of the framework repeat parts of the token, and a header cannot carry everything.
        context.ErrorDescription = context.AuthenticateFailure switch
        {
            null => null,
            SecurityTokenExpiredException => "The token has expired.",
            SecurityTokenNotYetValidException => "The token is not valid yet.",
            SecurityTokenNoExpirationException => "The token does not say when it expires.",
            SecurityTokenInvalidAudienceException => "The token is for another audience.",
            SecurityTokenInvalidIssuerException => "The token is of another issuer.",
            SecurityTokenInvalidSignatureException => "The token is not signed with a key of the issuer.",
            _ => "The token is not one that this service takes.",
        };
        return Task.CompletedTask;
    }

    /// <summary>Says with 403 what the token lacks (RFC 6750 §3.1).</summary>
    internal static void AskForScope(HttpContext http, AuthSettings auth)
    {
        var missing = http.User.HasScope(auth.Scope) ? "" : $", scope=\"{auth.ScopeInRequest}\"";
        http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\"{missing}";
    }

    /// <summary>Scopes are words in one text, or a list.</summary>
    internal static bool HasScope(this ClaimsPrincipal user, string scope) => user.Claims
        .Where(claim => claim.Type is "scope" or "scp")
        .SelectMany(claim => claim.Value.Split(' '))
        .Contains(scope, StringComparer.Ordinal);
}

/// <summary>Lets nobody pass whose token lacks the scope, whichever policy a route names.</summary>
internal sealed class ScopeCheck(IOptions<AuthSettings> settings) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.User.Identity?.IsAuthenticated == true && !context.User.HasScope(settings.Value.Scope))
        {
            context.Fail(new AuthorizationFailureReason(this, "The token lacks the scope."));
        }
        return Task.CompletedTask;
    }
}
