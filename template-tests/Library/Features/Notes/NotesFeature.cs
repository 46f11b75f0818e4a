using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Notes;

/// <summary>Takes JSON as it comes, in each of the types that .NET has for it.</summary>
internal sealed class NotesFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var notes = routes.MapGroup("/notes");
        notes.MapPost("/element", TakeElement);
        notes.MapPost("/node", TakeNode);
        notes.MapPost("/document", TakeDocument);
        notes.MapPost("/any", TakeAny);
        notes.MapPost("/object", TakeObject);
        notes.MapPost("/things", TakeThings);
        notes.MapPost("/elements", TakeElements);
        notes.MapPost("/all", TakeAll);
    }

    private static JsonElement TakeElement(JsonElement note) => note;

    private static JsonNode TakeNode(JsonNode note) => note;

    private static JsonDocument TakeDocument(JsonDocument note) => note;

    private static object TakeAny(object note) => note;

    private static JsonObject TakeObject(JsonObject note) => note;

    private static Dictionary<string, object> TakeThings(Dictionary<string, object> note) => note;

    private static Dictionary<string, JsonElement> TakeElements(Dictionary<string, JsonElement> note) => note;

    private static Note TakeAll(Note note) => note;
}

internal sealed record Note
{
    public string Title { get; init; } = "none";

    public JsonElement Element { get; init; }

    public JsonNode? Node { get; init; }

    public JsonDocument? Document { get; init; }

    public object? Any { get; init; }

    public object Some { get; init; } = "some";

    public JsonObject? Object { get; init; }

    public Dictionary<string, object>? Things { get; init; }

    public Dictionary<string, JsonElement>? Elements { get; init; }

    public JsonArray? List { get; init; }

    public JsonValue? Value { get; init; }
}

internal sealed class NoteRules : AbstractValidator<Note>
{
    public NoteRules() => RuleFor(note => note.Title).Length(1, 9);
}
