using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Rooms;

/// <summary>Every way in which a request is turned away.</summary>
public sealed class RoomsFeature : IFeature
{
    public const string Secret = "what no client may know";

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var rooms = routes.MapGroup("/rooms").WithTags("rooms");
        rooms.MapGet("/", ListRooms);
        rooms.MapPost("/", CreateRoom).RequireAuthorization();
        rooms.MapGet("/{id}", ReadRoom);
        rooms.MapPatch("/{id}", ChangeRoom).RequireAuthorization();
        rooms.MapDelete("/{id}", DeleteRoom).RequireAuthorization(policy => policy.RequireUserName("owner"));
        routes.MapPost("/keys", CreateKey).WithTags("rooms").DisableAntiforgery();
        routes.MapGet("/busy", ReadBusy).WithTags("rooms");
        routes.MapGet("/closed", ReadClosed).WithTags("rooms");
        routes.MapGet("/broken", ReadBroken).WithTags("rooms");
    }

    /// <summary>List rooms.</summary>
    private static Ok<int> ListRooms([AsParameters] RoomQuery query) => TypedResults.Ok(query.Limit);

    /// <summary>Create a room.</summary>
    private static Results<NoContent, ConflictProblem, InvalidInputProblem> CreateRoom(Room room) => room.Name switch
    {
        "taken" => new ConflictProblem("A room of that name exists already."),
        "haunted" => new InvalidInputProblem(["body", "name"], "Nobody would sleep there"),
        _ => TypedResults.NoContent(),
    };

    /// <summary>Read a room.</summary>
    private static Results<Ok<Room>, NotFoundProblem> ReadRoom(Guid id) => id == Guid.Empty
        ? TypedResults.Ok(new Room("first", 1))
        : new NotFoundProblem("There is no such room.");

    /// <summary>Change a room.</summary>
    private static Results<NoContent, NotFoundProblem> ChangeRoom(Guid id, Room room) => id == Guid.Empty && room.Beds > 0
        ? TypedResults.NoContent()
        : new NotFoundProblem("There is no such room.");

    /// <summary>Delete a room.</summary>
    private static Results<NoContent, NotFoundProblem> DeleteRoom(Guid id) => id == Guid.Empty
        ? TypedResults.NoContent()
        : new NotFoundProblem("There is no such room.");

    /// <summary>Create a key.</summary>
    private static Results<NoContent, OAuthProblem> CreateKey([FromForm] string username) => username == "anna"
        ? TypedResults.NoContent()
        : new OAuthProblem("invalid_grant", "No user has this name and this password.");

    /// <summary>Answer later.</summary>
    private static Results<NoContent, TooManyRequestsProblem> ReadBusy(HttpResponse response)
    {
        response.Headers.RetryAfter = "30";
        return new TooManyRequestsProblem();
    }

    /// <summary>Answer when something is back.</summary>
    private static ServiceUnavailableProblem ReadClosed(HttpResponse response)
    {
        response.Headers.RetryAfter = "5";
        return new ServiceUnavailableProblem("The porter is away.");
    }

    /// <summary>Fail.</summary>
    private static NoContent ReadBroken() => throw new InvalidOperationException(Secret);
}
