using System.Security.Claims;
using FastApiStyle;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FastApiService.Features.Auth;

/// <summary>The user who is signed in, by the name that the issuer gives them: a handler that takes one answers nobody else.</summary>
public sealed record CurrentUser(string Id) : IDependency<CurrentUser>
{
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">The token lacks the scope of this service.</response>
    public static Resolved<CurrentUser, UnauthorizedProblem, ForbiddenProblem> Resolve(
        ClaimsPrincipal user, IOptions<AuthSettings> settings, HttpContext http)
    {
        if (user.FindFirstValue(JwtRegisteredClaimNames.Sub) is not { } id)
        {
            return new UnauthorizedProblem();
        }
        if (!user.HasScope(settings.Value.Scope))
        {
            AuthSetup.AskForScope(http, settings.Value);
            return new ForbiddenProblem("The token lacks the scope.");
        }
        return new CurrentUser(id);
    }
}
