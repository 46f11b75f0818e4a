using System.Reflection;
using FastApiStyle.Errors;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>Documents problems that no signature names, since something below the handlers throws them.</summary>
public static class ProblemRoutes
{
    /// <summary>Documents that a route may answer with a problem: <c>items.MapGet("/{id}", ReadItem).MayAnswer&lt;NotFoundProblem&gt;()</c>.</summary>
    /// <typeparam name="TProblem">The problem.</typeparam>
    /// <param name="route">The route.</param>
    /// <param name="headers">The names of headers of its own that may come with it.</param>
    /// <returns>The route.</returns>
    public static RouteHandlerBuilder MayAnswer<TProblem>(this RouteHandlerBuilder route, params string[] headers)
        where TProblem : ProblemResult, IEndpointMetadataProvider
    {
        route.Add(endpoint => Document<TProblem>(endpoint, headers));
        return route;
    }

    /// <summary>Documents that every route of a group may answer with a problem.</summary>
    /// <typeparam name="TProblem">The problem.</typeparam>
    /// <param name="group">The group.</param>
    /// <param name="headers">The names of headers of its own that may come with it.</param>
    /// <returns>The group.</returns>
    public static RouteGroupBuilder MayAnswer<TProblem>(this RouteGroupBuilder group, params string[] headers)
        where TProblem : ProblemResult, IEndpointMetadataProvider
    {
        ((IEndpointConventionBuilder)group).Add(endpoint => Document<TProblem>(endpoint, headers));
        return group;
    }

    private static void Document<TProblem>(EndpointBuilder endpoint, string[] headers) where TProblem : ProblemResult, IEndpointMetadataProvider
    {
        // What has no handler has no place in the document.
        if (endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault() is { } handler)
        {
            var before = endpoint.Metadata.Count;
            TProblem.PopulateMetadata(handler, endpoint);
            foreach (var answer in endpoint.Metadata.Skip(before).OfType<IProducesResponseTypeMetadata>().ToList())
            {
                endpoint.Metadata.Add(new ProblemHeaders(answer.StatusCode, headers));
            }
        }
    }
}
