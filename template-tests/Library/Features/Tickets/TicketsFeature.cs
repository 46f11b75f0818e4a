using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Tickets;

/// <summary>What the framework binds by itself, in another way than a document says.</summary>
public sealed class TicketsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var tickets = routes.MapGroup("/tickets").WithTags("tickets").DisableAntiforgery();
        tickets.MapGet("/named", ListNamed);
        tickets.MapGet("/agents", ReadAgent);
        tickets.MapGet("/states/{state}", ReadState);
        tickets.MapGet("/times", ReadTimes);
        tickets.MapPost("/", CreateTicket);
        tickets.MapPost("/forms", SubmitTicket);
        tickets.MapPost("/files", AddFiles);
        tickets.MapPost("/elements", ReadElement);
        tickets.MapPost("/objects", ReadObject);
        tickets.MapPost("/numbers", ReadNumber);
        tickets.MapPost("/refusals", Refuse);
    }

    /// <summary>List those of some names.</summary>
    private static Ok<string[]> ListNamed(string[] names) => TypedResults.Ok(names);

    /// <summary>Say who asks.</summary>
    private static Ok<string> ReadAgent([FromHeader] string userAgent) => TypedResults.Ok(userAgent);

    /// <summary>Read a state.</summary>
    private static Ok<TicketState[]> ReadState(
        TicketState state, TicketState? other, [FromQuery] TicketState[] more, [FromHeader] TicketState? lastState) =>
        TypedResults.Ok<TicketState[]>([state, .. other is { } second ? [second] : Array.Empty<TicketState>(), .. more, .. lastState is { } last ? [last] : Array.Empty<TicketState>()]);

    /// <summary>Read times.</summary>
    private static Ok<Times> ReadTimes()
    {
        var time = new DateTime(2020, 2, 29, 12, 0, 0, DateTimeKind.Unspecified);
        return TypedResults.Ok(new Times(time, DateTime.SpecifyKind(time, DateTimeKind.Utc), new(time, TimeSpan.Zero), new(time, TimeSpan.FromHours(9))));
    }

    /// <summary>Create a ticket.</summary>
    private static Ok<Ticket> CreateTicket(Ticket ticket) => TypedResults.Ok(ticket);

    /// <summary>Submit a ticket.</summary>
    private static Ok<TicketForm> SubmitTicket([FromForm] TicketForm ticket) => TypedResults.Ok(ticket);

    /// <summary>Add files.</summary>
    private static Ok<string[]> AddFiles(IFormFileCollection files) => TypedResults.Ok<string[]>([.. files.Select(file => file.FileName)]);

    /// <summary>Read anything.</summary>
    private static Ok<JsonElement> ReadElement(JsonElement element) => TypedResults.Ok(element);

    /// <summary>Read any object.</summary>
    private static Ok<int> ReadObject(JsonObject any) => TypedResults.Ok(any.Count);

    /// <summary>Read a number.</summary>
    private static Ok<int> ReadNumber([FromBody] int number) => TypedResults.Ok(number);

    /// <summary>Refuse a ticket.</summary>
    private static BadRequest Refuse(Ticket ticket) => TypedResults.BadRequest();
}

/// <summary>A ticket.</summary>
public sealed record Ticket(
    TicketState State,
    IReadOnlyDictionary<TicketState, string>? Words = null,
    DateTimeOffset? OpenedAt = null,
    DateTime? ClosedAt = null,
    JsonElement? Anything = null,
    IReadOnlyDictionary<TicketState, TicketNote>? Notes = null,
    IReadOnlyDictionary<Guid, int>? Visits = null);

/// <summary>A note on a ticket.</summary>
public sealed record TicketNote(string Text);

public sealed class TicketNoteValidator : AbstractValidator<TicketNote>
{
    public TicketNoteValidator() => RuleFor(note => note.Text).MinimumLength(1);
}

/// <summary>Times as a database may give them.</summary>
public sealed record Times(DateTime Unsaid, DateTime Utc, DateTimeOffset AtZero, DateTimeOffset Elsewhere);

/// <summary>A ticket, as a form.</summary>
public sealed record TicketForm(string UserName, int SeatCount, TicketState State = TicketState.StillOpen, string[]? Tags = null);

/// <summary>What a ticket is.</summary>
public enum TicketState
{
    StillOpen,
    Done,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("on-hold")]
    OnHold,
}
