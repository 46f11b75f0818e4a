using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>Tags that promise what they do not keep.</summary>
public sealed class LostUpdateFeature : IFeature
{
    private static int version = 1;

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var drafts = routes.MapGroup("/drafts").WithTags("drafts");
        drafts.MapGet("/lost", ReadLost);
        drafts.MapPut("/lost", ReplaceLost);
        drafts.MapGet("/stubborn", ReadStubborn);
        drafts.MapPut("/stubborn", ReplaceStubborn);
        drafts.MapGet("/deaf", ReadDeaf);
    }

    /// <summary>Read it.</summary>
    private static Tagged<Ok<int>> ReadLost() => TypedResults.Ok(version).WithTag(EntityTag.Of(version));

    /// <summary>Replace it, whatever was read.</summary>
    private static NoContent ReplaceLost(Precondition? precondition)
    {
        version++;
        return TypedResults.NoContent();
    }

    /// <summary>Read it.</summary>
    private static Tagged<Ok<int>> ReadStubborn() => TypedResults.Ok(1).WithTag(EntityTag.Of("other"));

    /// <summary>Replace it, by a tag that nobody was told.</summary>
    private static NoContent ReplaceStubborn(Precondition precondition)
    {
        precondition.MustHold(EntityTag.Of("secret"));
        return TypedResults.NoContent();
    }

    /// <summary>Read it, again and again.</summary>
    /// <response code="304">Never.</response>
    [ProducesResponseType(StatusCodes.Status304NotModified)]
    private static Ok<int> ReadDeaf([FromHeader(Name = "If-None-Match")] string? known, HttpResponse response)
    {
        response.Headers.ETag = "\"deaf\"";
        return TypedResults.Ok(1);
    }
}
