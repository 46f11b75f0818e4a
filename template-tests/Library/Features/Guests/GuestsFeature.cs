using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Guests;

/// <summary>Input that only something below the handlers knows to be wrong.</summary>
public sealed class GuestsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var guests = routes.MapGroup("/guests").WithTags("guests");
        guests.MapPost("/", CreateGuest);
        guests.MapPut("/{roomNumber}", MoveGuest);
        guests.MapGet("/", ListGuests);
        guests.MapPost("/form", SubmitGuest).DisableAntiforgery();
    }

    /// <summary>Create a guest.</summary>
    private static NoContent CreateGuest(GuestCreate guest)
    {
        var last = guest.HomeAddresses.Count - 1;
        throw new ProblemException(guest.UserName switch
        {
            "member" => new InvalidInputProblem(nameof(GuestCreate.UserName), "has been taken"),
            "renamed" => new InvalidInputProblem(nameof(GuestCreate.Email), "is not theirs"),
            "nested" => new InvalidInputProblem("HomeAddresses[0].ZipCode", "is no place"),
            "lambda" => InvalidInputProblem.Of<GuestCreate>(each => each.HomeAddresses[last].ZipCode, "is no place", "no_place"),
            "several" => new InvalidInputProblem(nameof(GuestCreate.UserName), "has been taken").And("Email", "is not theirs")
                .And<GuestCreate>(each => each.HomeAddresses, "are too many", "too_long"),
            _ => new InvalidInputProblem(["body", "user-name"], "is none", "none"),
        });
    }

    /// <summary>Move a guest.</summary>
    private static NoContent MoveGuest(int roomNumber, GuestCreate guest, [FromHeader] string? lastWord = null) =>
        throw new ProblemException(new InvalidInputProblem(nameof(roomNumber), "is taken")
            .And(nameof(lastWord), "is rude").And(nameof(guest.UserName), "is unknown").And("", "is nobody"));

    /// <summary>List guests.</summary>
    private static NoContent ListGuests([AsParameters] GuestQuery query) => throw new ProblemException(
        new InvalidInputProblem(nameof(query.PageSize), "is too much").And<GuestQuery>(each => each.LastWord, "is rude"));

    /// <summary>Submit a guest.</summary>
    private static NoContent SubmitGuest([AsParameters] GuestForm form) =>
        throw new ProblemException(new InvalidInputProblem(nameof(form.UserName), "has been taken"));
}

/// <summary>A guest.</summary>
public sealed record GuestCreate(string UserName, [property: JsonPropertyName("e-mail")] string Email, IReadOnlyList<GuestAddress> HomeAddresses);

/// <summary>Where one lives.</summary>
public sealed record GuestAddress(int ZipCode);

/// <summary>Which guests.</summary>
public sealed record GuestQuery(int PageSize = 20, [property: FromHeader] string? LastWord = null);

/// <summary>A form.</summary>
public sealed record GuestForm([property: FromForm] string UserName);
