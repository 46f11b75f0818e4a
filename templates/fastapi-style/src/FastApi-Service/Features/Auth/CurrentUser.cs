using System.Security.Claims;
using FastApiService.Features.Users;
using FastApiStyle;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FastApiService.Features.Auth;

/// <summary>The user who is signed in: a handler that takes one answers nobody else.</summary>
public sealed record CurrentUser(Guid Id, string Email, DateTimeOffset CreatedAt) : IDependency<CurrentUser>
{
    /// <response code="401">Nobody is signed in, or the user has been removed since they did.</response>
    public static async ValueTask<Resolved<CurrentUser, UnauthorizedProblem>> ResolveAsync(
        ClaimsPrincipal user, UserService users, CancellationToken cancellation) =>
        user.FindFirstValue(JwtRegisteredClaimNames.Sub) is not { } id ? new UnauthorizedProblem()
        : await users.FindAsync(Guid.Parse(id), cancellation) is var (found, email, createdAt) ? new CurrentUser(found, email, createdAt)
        : new UnauthorizedProblem("The user has been removed since they signed in.");
}
