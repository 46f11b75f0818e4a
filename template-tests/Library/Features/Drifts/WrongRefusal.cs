using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A route that answers a stranger as if there were nothing, though it says that it asks who it is.</summary>
public sealed class WrongRefusalFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/vault", ReadVault).WithTags("vault").RequireAuthorization();

    /// <summary>Read what is in the vault.</summary>
    private static Results<Ok<int>, NotFoundProblem> ReadVault(HttpContext http) =>
        http.User.Identity!.Name == "anna" ? TypedResults.Ok(1) : new NotFoundProblem("There is nothing here.");
}
