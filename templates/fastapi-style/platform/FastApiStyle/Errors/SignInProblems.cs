using System.Reflection;
using FastApiStyle.Dependencies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace FastApiStyle;

/// <summary>
/// 401: the request does not say who asks, or nobody whom the service knows. It challenges the client as <c>RequireAuthorization</c>
/// does: <c>WWW-Authenticate</c> says how to sign in, where the service has a scheme for that, or names what a dependency takes by a
/// <see cref="SecuritySchemeAttribute"/>.
/// </summary>
/// <param name="detail">What is missing, in one sentence; null says it in general.</param>
public sealed class UnauthorizedProblem(string? detail = null)
    : ProblemResult(StatusCodes.Status401Unauthorized, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status401Unauthorized);

    /// <inheritdoc/>
    public override async Task ExecuteAsync(HttpContext httpContext)
    {
        var (keys, signsIn) = DependencyPlan.ChallengeOf(httpContext);
        var schemes = keys.Count == 0 || signsIn ? httpContext.RequestServices.GetService<IAuthenticationSchemeProvider>() : null;
        if (schemes is not null && await schemes.GetDefaultChallengeSchemeAsync() is { } scheme)
        {
            await httpContext.ChallengeAsync(scheme.Name);
            if (httpContext.Response.HasStarted || httpContext.Response.StatusCode != StatusCodes.Status401Unauthorized)
            {
                // The scheme knows better: it sends the client to where one signs in, or cannot tell who asks.
                return;
            }
        }
        if (keys.Count > 0)
        {
            httpContext.Response.Headers.Append(HeaderNames.WWWAuthenticate, string.Join(", ", keys));
        }
        await base.ExecuteAsync(httpContext);
    }
}

/// <summary>403: who asks is known, and may not do this.</summary>
/// <param name="detail">Why, in one sentence; null says it in general.</param>
public sealed class ForbiddenProblem(string? detail = null)
    : ProblemResult(StatusCodes.Status403Forbidden, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status403Forbidden);
}
