using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>Takes everyone for whom they say they are: <c>Authorization: Bearer anna</c>.</summary>
internal sealed class NamedUsers(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var sent) || sent.Parameter is not { } name
            || !sent.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }
        var user = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], Scheme));
        return Task.FromResult(AuthenticateResult.Success(new(user, Scheme)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Scheme;
        return base.HandleChallengeAsync(properties);
    }
}
