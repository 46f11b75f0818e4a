using FastApiStyle.Errors;

namespace FastApiStyle;

/// <summary>
/// A typed result that answers with an error, in the format of the service. A handler that can return one says so in its
/// <c>Results&lt;…&gt;</c>, and documents it by that.
/// </summary>
/// <remarks>
/// One of your own documents itself, too, as <see cref="NotFoundProblem"/> does:
/// <code>
/// public sealed class GoneProblem(string detail) : ProblemResult(StatusCodes.Status410Gone, detail), IEndpointMetadataProvider
/// {
///     public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status410Gone);
/// }
/// </code>
/// </remarks>
/// <param name="status">The status of the answer, 400 to 599.</param>
/// <param name="detail">What went wrong with this request, in one sentence; null says what the status says of any request.</param>
public abstract class ProblemResult(int status, string? detail) : IResult
{
    /// <summary>Answers the request.</summary>
    public virtual Task ExecuteAsync(HttpContext httpContext) =>
        ErrorWriter.Of(httpContext.RequestServices).WriteAsync(httpContext, status, detail);

    /// <summary>Documents that a route can answer with an error.</summary>
    /// <param name="route">The route, as <see cref="Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider"/> is given it.</param>
    /// <param name="status">The status of the answer.</param>
    protected static void Document(EndpointBuilder route, int status) => ErrorWriter.Of(route.ApplicationServices).Document(route, status);
}
