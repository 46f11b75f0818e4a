using FastApiStyle.Errors;
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

    /// <summary>Whether a route answers only who is signed in.</summary>
    public static bool NeedsToken(IEnumerable<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();
}
