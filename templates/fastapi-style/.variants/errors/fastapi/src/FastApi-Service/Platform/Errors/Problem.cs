using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace FastApiService.Platform.Errors;

/// <summary>Why a request was not carried out, answered as FastAPI does.</summary>
public class Problem(HttpContext http, int status, object body)
{
    public const string ContentType = "application/json";

    /// <summary>What the document says of all errors.</summary>
    public const string Words =
        "Every error has a `detail`, as in FastAPI: a sentence, or for input that is not valid the list of all faults at once.";

    /// <summary>The identity of this request in the logs.</summary>
    public string TraceId { get; } = TraceOf(http);

    public static Problem For(HttpContext http, int status, string? detail = null) =>
        new(http, status, new HTTPError(detail ?? DetailOf(http, status)));

    /// <summary>Documents that a route can answer with a problem.</summary>
    public static void Document(EndpointBuilder route, int status, Type? body = null) =>
        route.Metadata.Add(new ProducesResponseTypeMetadata(status, body ?? typeof(HTTPError), [ContentType]));

    /// <summary>Answers the request with this problem.</summary>
    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body, body.GetType(), options: null, ContentType, http.RequestAborted);
    }

    // FastAPI's words, and the trace where only the logs know more.
    private static string DetailOf(HttpContext http, int status) => status switch
    {
        401 => "Not authenticated",
        413 => "Content Too Large",
        500 => $"Internal Server Error, trace {TraceOf(http)}",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };

    private static string TraceOf(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
}

/// <summary>Why a request was not carried out.</summary>
/// <param name="Detail">What went wrong with this request.</param>
public sealed record HTTPError(string Detail);

/// <summary>A typed result that answers with a <see cref="Problem"/>. A handler that can return one documents it so.</summary>
public abstract class ProblemResult(int status, object body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => new Problem(httpContext, status, body).WriteAsync(httpContext);
}

/// <summary>404: what the request names does not exist.</summary>
public sealed class NotFoundProblem(string detail)
    : ProblemResult(StatusCodes.Status404NotFound, new HTTPError(detail)), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Problem.Document(builder, StatusCodes.Status404NotFound);
}

/// <summary>409: what the request asks for does not go with what stands already.</summary>
public sealed class ConflictProblem(string detail)
    : ProblemResult(StatusCodes.Status409Conflict, new HTTPError(detail)), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Problem.Document(builder, StatusCodes.Status409Conflict);
}
