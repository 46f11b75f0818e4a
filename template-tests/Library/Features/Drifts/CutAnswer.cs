using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A route that hangs up instead of answering.</summary>
public sealed class CutAnswerFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/cut", ReadCut).WithTags("cut");

    /// <summary>Read what never comes.</summary>
    private static NoContent ReadCut(HttpContext http)
    {
        http.Abort();
        return TypedResults.NoContent();
    }
}
