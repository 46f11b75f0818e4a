using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>429: the client asks too often. The document promises <c>Retry-After</c>: give a time, or set the header.</summary>
public sealed class TooManyRequestsProblem : ProblemResult, IEndpointMetadataProvider
{
    /// <summary>The problem, with <c>Retry-After</c> where one says how long to wait.</summary>
    /// <param name="detail">What there was too much of; null says it in general.</param>
    /// <param name="retryAfter">How long to wait, which is sent in whole seconds (RFC 9110 §10.2.3).</param>
    public TooManyRequestsProblem(string? detail = null, TimeSpan? retryAfter = null) : base(StatusCodes.Status429TooManyRequests, detail) => RetryAfter = retryAfter;

    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status429TooManyRequests);
}

/// <summary>503: something that the service needs is away for a while.</summary>
public sealed class ServiceUnavailableProblem : ProblemResult, IEndpointMetadataProvider
{
    /// <summary>The problem, with <c>Retry-After</c> where one says how long to wait.</summary>
    /// <param name="detail">What is away; null says it in general.</param>
    /// <param name="retryAfter">How long to wait, which is sent in whole seconds (RFC 9110 §10.2.3).</param>
    public ServiceUnavailableProblem(string? detail = null, TimeSpan? retryAfter = null) : base(StatusCodes.Status503ServiceUnavailable, detail) => RetryAfter = retryAfter;

    /// <summary>Documents the status on the route of a handler that can return it.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status503ServiceUnavailable);
}
