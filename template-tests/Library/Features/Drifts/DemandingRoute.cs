using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A route where one may sign in, says the document; who does not is turned away.</summary>
public sealed class DemandingRouteFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/diary", ReadDiary).WithTags("diary");

    /// <summary>Read the diary.</summary>
    private static Results<Ok<int>, UnknownReaderProblem> ReadDiary(ClaimsPrincipal user) =>
        user.Identity!.IsAuthenticated ? TypedResults.Ok(1) : new UnknownReaderProblem();

    private sealed class UnknownReaderProblem() : ProblemResult(StatusCodes.Status401Unauthorized, "Who reads?"), IEndpointMetadataProvider
    {
        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status401Unauthorized);
    }
}
