using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiService.Platform.Errors;

/// <summary>A typed result that answers with a <see cref="Problem"/>. A handler that can return one documents it so.</summary>
public abstract class ProblemResult(int status, string detail) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => CreateBody(httpContext).WriteAsync(httpContext);

    protected virtual Problem CreateBody(HttpContext http) => Problem.For(http, status, detail);

    protected static void Document(EndpointBuilder builder, int status, Type? body = null) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, body ?? typeof(Problem), [Problem.ContentType]));
}

/// <summary>404: what the request names does not exist.</summary>
public sealed class NotFoundProblem(string detail) : ProblemResult(StatusCodes.Status404NotFound, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Document(builder, StatusCodes.Status404NotFound);
}

/// <summary>409: what the request asks for does not go with what stands already.</summary>
public sealed class ConflictProblem(string detail) : ProblemResult(StatusCodes.Status409Conflict, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Document(builder, StatusCodes.Status409Conflict);
}
