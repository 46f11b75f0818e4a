using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A handler that fails where it finds what was asked for; what it made stands in a wrapper.</summary>
public sealed class FaultOfTheFoundFeature : IFeature
{
    private static readonly ConcurrentDictionary<Guid, Box> Boxes = [];

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/boxes", CreateBox).WithTags("boxes");
        routes.MapGet("/boxes/{boxId}", ReadBox).WithTags("boxes");
    }

    /// <summary>Create a box.</summary>
    private static Ok<BoxAnswer> CreateBox(BoxCreate box)
    {
        var created = new Box(Guid.NewGuid(), box.Size);
        return TypedResults.Ok(new BoxAnswer(Boxes[created.Id] = created));
    }

    /// <summary>Read a box.</summary>
    private static Results<Ok<BoxAnswer>, NotFoundProblem> ReadBox(Guid boxId) =>
        Boxes.TryGetValue(boxId, out var box) ? throw new InvalidOperationException($"{box}") : new NotFoundProblem("There is no such box.");
}

public sealed record BoxCreate(int Size);

public sealed record BoxAnswer(Box Box);

public sealed record Box(Guid Id, int Size);
