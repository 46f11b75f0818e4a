using System.Reflection;
using FastApiStyle.Errors;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>404: what the request names does not exist.</summary>
/// <param name="detail">What does not exist, in one sentence.</param>
public sealed class NotFoundProblem(string detail) : ProblemResult(StatusCodes.Status404NotFound, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status404NotFound);
}

/// <summary>409: what the request asks for does not go with what stands already.</summary>
/// <param name="detail">What stands in the way, in one sentence.</param>
public sealed class ConflictProblem(string detail) : ProblemResult(StatusCodes.Status409Conflict, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status409Conflict);
}

/// <summary>422: the input is not valid, for a reason that no validator knows, such as what the database refuses.</summary>
/// <param name="loc">Where it stands: <c>body</c>, <c>query</c>, <c>path</c> or <c>header</c>, then names and list indices as the client knows them.</param>
/// <param name="message">What is wrong, for people.</param>
/// <param name="type">A stable code.</param>
public sealed class InvalidInputProblem(IReadOnlyList<object> loc, string message, string type = "value_error")
    : ProblemResult(StatusCodes.Status422UnprocessableEntity, message), IEndpointMetadataProvider
{
    private readonly Fault fault = new(type, loc, message);

    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ErrorWriter.Of(builder.ApplicationServices).DocumentFaults(builder);

    /// <inheritdoc/>
    public override Task ExecuteAsync(HttpContext httpContext) =>
        ErrorWriter.Of(httpContext.RequestServices).WriteFaultsAsync(httpContext, [fault]);
}

/// <summary>429: the client asks too often. Who returns it sets <c>Retry-After</c>.</summary>
/// <param name="detail">What there was too much of; null says it in general.</param>
public sealed class TooManyRequestsProblem(string? detail = null)
    : ProblemResult(StatusCodes.Status429TooManyRequests, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status429TooManyRequests);
}

/// <summary>503: something that the service needs is away for a while. Who returns it sets <c>Retry-After</c>.</summary>
/// <remarks>It documents nothing: the document says of every operation that this can happen.</remarks>
/// <param name="detail">What is away; null says it in general.</param>
public sealed class ServiceUnavailableProblem(string? detail = null) : ProblemResult(StatusCodes.Status503ServiceUnavailable, detail);

/// <summary>400: no token was issued, with the <c>error</c> and <c>error_description</c> of OAuth 2.0 (RFC 6749 §5.2).</summary>
/// <param name="error">The code, such as <c>invalid_grant</c>.</param>
/// <param name="detail">Why, in one sentence.</param>
public sealed class OAuthProblem(string error, string detail)
    : ProblemResult(StatusCodes.Status400BadRequest, detail), IEndpointMetadataProvider
{
    private readonly string detail = detail;

    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        ErrorWriter.Of(builder.ApplicationServices).DocumentOAuth(builder);

    /// <inheritdoc/>
    public override Task ExecuteAsync(HttpContext httpContext) =>
        ErrorWriter.Of(httpContext.RequestServices).WriteOAuthAsync(httpContext, error, detail);
}
