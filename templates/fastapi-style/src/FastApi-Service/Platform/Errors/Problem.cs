using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace FastApiService.Platform.Errors;

/// <summary>Why a request was not carried out (RFC 9457).</summary>
/// <param name="Type">Where the status is defined.</param>
/// <param name="Title">The name of the status.</param>
/// <param name="Status">The status.</param>
/// <param name="Detail">What went wrong with this request, in one sentence.</param>
/// <param name="Instance">The path of this request.</param>
/// <param name="TraceId">The identity of this request in the logs.</param>
public record Problem(string Type, string Title, int Status, string Detail, string Instance, string TraceId)
{
    public const string ContentType = "application/problem+json";

    /// <summary>What the document says of all errors.</summary>
    public const string Words =
        "Every error is a problem of RFC 9457; input that is not valid is answered with every fault at once.";

    public static Problem For(HttpContext http, int status, string? detail = null) => new(
        TypeOf(status),
        TitleOf(status),
        status,
        detail ?? DetailOf(status),
        http.Request.PathBase.Add(http.Request.Path).ToUriComponent(),
        Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);

    /// <summary>Documents that a route can answer with a problem.</summary>
    public static void Document(EndpointBuilder route, int status, Type? body = null) =>
        route.Metadata.Add(new ProducesResponseTypeMetadata(status, body ?? typeof(Problem), [ContentType]));

    /// <summary>Answers the request with this problem.</summary>
    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        return http.Response.WriteAsJsonAsync(this, GetType(), options: null, ContentType, http.RequestAborted);
    }

    private static string TypeOf(int status) => status switch
    {
        429 => "https://www.rfc-editor.org/rfc/rfc6585#section-4",
        >= 400 and <= 417 => $"https://www.rfc-editor.org/rfc/rfc9110#section-15.5.{status - 399}",
        422 => "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.21",
        >= 500 and <= 505 => $"https://www.rfc-editor.org/rfc/rfc9110#section-15.6.{status - 499}",
        _ => "about:blank",
    };

    private static string TitleOf(int status) => status switch
    {
        // RFC 9110 has renamed these two.
        413 => "Content Too Large",
        422 => "Unprocessable Content",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };

    private static string DetailOf(int status) => status switch
    {
        400 => "The request could not be read.",
        401 => "Sign in first: the request carries no valid token.",
        403 => "The user who is signed in may not do this.",
        404 => "There is nothing at this address.",
        405 => "This address does not take that method.",
        413 => "The body is larger than this service accepts.",
        415 => "The body is not of a content type that this address takes.",
        429 => "Too many requests: try again later.",
        500 => "Something went wrong here. Its trace id finds it in the logs.",
        503 => "The service is not ready: try again later.",
        _ => "The request was not carried out.",
    };
}

/// <summary>A typed result that answers with a <see cref="Problem"/>. A handler that can return one documents it so.</summary>
public abstract class ProblemResult(int status, string detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => CreateBody(httpContext).WriteAsync(httpContext);

    protected virtual Problem CreateBody(HttpContext http) => Problem.For(http, status, detail);
}

/// <summary>404: what the request names does not exist.</summary>
public sealed class NotFoundProblem(string detail) : ProblemResult(StatusCodes.Status404NotFound, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Problem.Document(builder, StatusCodes.Status404NotFound);
}

/// <summary>409: what the request asks for does not go with what stands already.</summary>
public sealed class ConflictProblem(string detail) : ProblemResult(StatusCodes.Status409Conflict, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Problem.Document(builder, StatusCodes.Status409Conflict);
}
