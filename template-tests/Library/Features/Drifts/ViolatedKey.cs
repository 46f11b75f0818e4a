using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A unique key that nobody thought of: one that is taken is an exception here, and an undocumented conflict there.</summary>
public sealed class ViolatedKeyFeature : IFeature
{
    private static readonly ConcurrentDictionary<(string Path, string Name), bool> Taken = [];

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/badges", CreateBadge).WithTags("badges");
        routes.MapPost("/flags", CreateFlag).WithTags("badges");
    }

    /// <summary>Create a badge.</summary>
    private static NoContent CreateBadge(Badge badge) =>
        Taken.TryAdd(("badges", badge.Name), true) ? TypedResults.NoContent() : throw new InvalidOperationException("UNIQUE constraint failed");

    /// <summary>Create a flag.</summary>
    private static Results<NoContent, StatusCodeHttpResult> CreateFlag(Badge flag) =>
        Taken.TryAdd(("flags", flag.Name), true) ? TypedResults.NoContent() : TypedResults.StatusCode(StatusCodes.Status409Conflict);
}

public sealed record Badge(string Name);
