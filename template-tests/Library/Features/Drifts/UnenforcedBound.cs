using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A bound that the document has and nothing enforces: attributes are no validators here.</summary>
public sealed class UnenforcedBoundFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/stars", CreateStars).WithTags("stars");

    /// <summary>Create them.</summary>
    private static Ok<Stars> CreateStars(Stars stars) => TypedResults.Ok(stars);
}

/// <summary>One to five.</summary>
public sealed record Stars([property: Range(1, 5)] int Count);
