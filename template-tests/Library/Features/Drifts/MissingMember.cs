using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A member that answers have in one state and lack in another.</summary>
public sealed class MissingMemberFeature : IFeature
{
    private static readonly ConcurrentDictionary<int, Letter> Letters = [];

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/letters", CreateLetter).WithTags("letters");
        routes.MapPost("/letters/{id}/stamp", StampLetter).WithTags("letters");
        routes.MapGet("/letters/{id}", ReadLetter).WithTags("letters");
    }

    /// <summary>Create a letter.</summary>
    private static Created CreateLetter(LetterCreate letter)
    {
        var id = Letters.Count + 1;
        Letters[id] = new(letter.Text, "none");
        return TypedResults.Created($"/letters/{id}");
    }

    /// <summary>Stamp a letter.</summary>
    private static Results<NoContent, NotFoundProblem> StampLetter(int id)
    {
        if (!Letters.TryGetValue(id, out var letter))
        {
            return new NotFoundProblem("There is no such letter.");
        }
        Letters[id] = letter with { Stamp = null };
        return TypedResults.NoContent();
    }

    /// <summary>Read a letter.</summary>
    private static Results<Ok<Letter>, NotFoundProblem> ReadLetter(int id) =>
        Letters.TryGetValue(id, out var letter) ? TypedResults.Ok(letter) : new NotFoundProblem("There is no such letter.");
}

public sealed record LetterCreate(string Text);

public sealed record Letter(string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Stamp);
