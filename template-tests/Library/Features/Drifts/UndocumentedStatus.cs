using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A status that no type tells of.</summary>
public sealed class UndocumentedStatusFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/teapot", ReadTeapot).WithTags("teapot");

    /// <summary>Read it.</summary>
    private static Results<Ok<int>, StatusCodeHttpResult> ReadTeapot(int cups) =>
        cups != 1 ? TypedResults.StatusCode(StatusCodes.Status418ImATeapot) : TypedResults.Ok(cups);
}
