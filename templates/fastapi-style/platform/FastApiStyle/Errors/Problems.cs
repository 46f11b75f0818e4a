using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>400: the request cannot be carried out, for a reason that lies in no single part of its input.</summary>
/// <param name="detail">Why, in one sentence.</param>
public sealed class BadRequestProblem(string detail) : ProblemResult(StatusCodes.Status400BadRequest, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status400BadRequest);
}

/// <summary>402: it has to be paid for first.</summary>
/// <param name="detail">What is to be paid, in one sentence.</param>
public sealed class PaymentRequiredProblem(string detail) : ProblemResult(StatusCodes.Status402PaymentRequired, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status402PaymentRequired);
}

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

/// <summary>410: what the request names existed once and will not come back.</summary>
/// <param name="detail">What is gone, in one sentence.</param>
public sealed class GoneProblem(string detail) : ProblemResult(StatusCodes.Status410Gone, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status410Gone);
}

/// <summary>412: what a header such as <c>If-Match</c> asks for does not hold (RFC 9110 §13).</summary>
/// <param name="detail">What does not hold, in one sentence.</param>
public sealed class PreconditionFailedProblem(string detail)
    : ProblemResult(StatusCodes.Status412PreconditionFailed, detail), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status412PreconditionFailed);
}

/// <summary>416: a file has no such part as <c>Range</c> asks for (RFC 9110 §15.5.17), as the results of the framework for files answer.</summary>
public sealed class RangeNotSatisfiableProblem() : ProblemResult(StatusCodes.Status416RangeNotSatisfiable, null), IEndpointMetadataProvider
{
    /// <summary>Documents the status on the route of a handler that can answer with it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status416RangeNotSatisfiable);
}
