using System.Reflection;
using FastApiStyle.Errors;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>400: no token was issued, with the <c>error</c> and <c>error_description</c> of OAuth 2.0 (RFC 6749 §5.2).</summary>
/// <param name="error">The code, such as <c>invalid_grant</c>.</param>
/// <param name="detail">Why, in one sentence.</param>
public sealed class OAuthProblem(string error, string detail)
    : ProblemResult(StatusCodes.Status400BadRequest, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ErrorWriter.Of(builder.ApplicationServices).DocumentOAuth(builder);

    private protected override Task WriteAsync(ErrorWriter errors, HttpContext http) => errors.WriteOAuthAsync(http, error, Detail!);
}
