using System.Globalization;
using FastApiStyle.Errors;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle;

/// <summary>
/// A typed result that answers with an error, in the format of the service. A handler that can return one says so in its
/// <c>Results&lt;…&gt;</c>, and documents it by that. What a handler calls throws it as a <see cref="ProblemException"/>.
/// </summary>
/// <remarks>
/// One of your own documents itself, too, as <see cref="NotFoundProblem"/> does:
/// <code>
/// public sealed class TeapotProblem(string detail) : ProblemResult(StatusCodes.Status418ImATeapot, detail), IEndpointMetadataProvider
/// {
///     public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status418ImATeapot);
/// }
/// </code>
/// </remarks>
/// <param name="status">The status of the answer, 400 to 599.</param>
/// <param name="detail">What went wrong with this request, in one sentence; null says what the status says of any request.</param>
public abstract class ProblemResult(int status, string? detail) : IResult
{
    private HeaderDictionary? headers;

    /// <summary>
    /// Headers that come with the answer: <c>new NotFoundProblem("…") { Headers = { ["X-Error"] = "there is none" } }</c>.
    /// <see cref="ProblemRoutes"/> documents them.
    /// </summary>
    public IHeaderDictionary Headers => headers ??= [];

    private protected TimeSpan? RetryAfter
    {
        // Rounded up: who asks earlier would be refused again.
        init => Headers.RetryAfter = value is { TotalSeconds: var seconds }
            ? Math.Max(0, Math.Ceiling(seconds)).ToString(CultureInfo.InvariantCulture)
            : default(StringValues);
    }

    internal int Status => status;

    internal string? Detail => detail;

    /// <summary>Answers the request.</summary>
    public virtual Task ExecuteAsync(HttpContext httpContext)
    {
        foreach (var (name, value) in headers ?? [])
        {
            httpContext.Response.Headers[name] = value;
        }
        return WriteAsync(ErrorWriter.Of(httpContext.RequestServices), httpContext);
    }

    /// <summary>Documents that a route can answer with an error.</summary>
    /// <param name="route">The route, as <see cref="Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider"/> is given it.</param>
    /// <param name="status">The status of the answer.</param>
    protected static void Document(EndpointBuilder route, int status) => ErrorWriter.Of(route.ApplicationServices).Document(route, status);

    private protected virtual Task WriteAsync(ErrorWriter errors, HttpContext http) => errors.WriteAsync(http, status, detail);
}
