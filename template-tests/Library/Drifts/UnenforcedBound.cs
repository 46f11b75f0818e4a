using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Platform;

namespace Shop.Features.UnenforcedBound;

/// <summary>A bound that the document has and nothing enforces: attributes are no validators here.</summary>
public sealed class UnenforcedBoundFeature : IFeature
{
    public static void AddServices(IServiceCollection services)
    {
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/stars", CreateStars).WithTags("stars");

    /// <summary>Create them.</summary>
    private static Ok<Stars> CreateStars(Stars stars) => TypedResults.Ok(stars);
}

/// <summary>One to five.</summary>
public sealed record Stars([property: Range(1, 5)] int Count);
