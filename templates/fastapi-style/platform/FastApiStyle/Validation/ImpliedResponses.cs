using System.Reflection;
using FastApiStyle.Dependencies;
using FastApiStyle.Errors;
using FastApiStyle.Preconditions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;

namespace FastApiStyle.Validation;

/// <summary>Documents the answers that follow from how a route is set up, where and only where they can happen.</summary>
internal static class ImpliedResponses
{
    public static void Document(EndpointBuilder endpoint)
    {
        var errors = ErrorWriter.Of(endpoint.ApplicationServices);
        var metadata = endpoint.Metadata;
        var accepts = metadata.OfType<IAcceptsMetadata>().Any();

        DocumentFile(metadata);
        DocumentNothing(metadata);
        PreconditionParameters.DocumentAnswers(endpoint, errors);
        if (NeedsToken(metadata))
        {
            errors.Document(endpoint, StatusCodes.Status401Unauthorized);
            if (metadata.OfType<IAuthorizeData>().Any(data => data.Policy is not null || data.Roles is not null))
            {
                errors.Document(endpoint, StatusCodes.Status403Forbidden);
            }
        }
        if (accepts)
        {
            errors.Document(endpoint, StatusCodes.Status413PayloadTooLarge);
            errors.Document(endpoint, StatusCodes.Status415UnsupportedMediaType);
        }
        if (accepts || metadata.OfType<IParameterBindingMetadata>().Any(ParameterCheck.IsInput))
        {
            errors.DocumentFaults(endpoint);
        }
        if (metadata.OfType<EnableRateLimitingAttribute>().Any())
        {
            errors.Document(endpoint, StatusCodes.Status429TooManyRequests);
        }
    }

    /// <summary>Bytes are of the type that <c>Produces(200, contentType: "text/csv")</c> says, and else of the one that the framework takes.</summary>
    private static void DocumentFile(IList<object> metadata)
    {
        var said = metadata.OfType<IProducesResponseTypeMetadata>().LastOrDefault(answer => answer.StatusCode == StatusCodes.Status200OK);
        if ((said?.Type is null || said.Type == typeof(void))
            && metadata.OfType<MethodInfo>().FirstOrDefault() is { } handler && ResultTypes.Of(handler).Any(ResultTypes.IsFile))
        {
            string[] types = said?.ContentTypes.ToArray() is { Length: > 0 } given ? given : ["application/octet-stream"];
            metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), types));
        }
    }

    /// <summary>
    /// The framework says it of a handler without a result, and of one whose type tells nothing of its result, but not where anything
    /// else is said. It is what FastAPI says; the contract test finds what such a handler answers instead.
    /// </summary>
    private static void DocumentNothing(IList<object> metadata)
    {
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is { } handler && ResultTypes.Of(handler) is [var result]
            && (result == typeof(void) || result == typeof(Task) || result == typeof(ValueTask) || result == typeof(IResult))
            && !metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode < StatusCodes.Status400BadRequest))
        {
            metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK));
        }
    }

    /// <summary>Whether a route answers only who is signed in, as it asks itself or by a dependency.</summary>
    public static bool NeedsToken(IEnumerable<object> metadata) =>
        (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
        || metadata.OfType<DependencyPlan>().Any(plan => plan.NeedsToken);
}
