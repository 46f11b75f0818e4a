using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Bookings;

/// <summary>What refers to something else that must be there, and is documented before it.</summary>
public sealed class BookingsFeature : IFeature
{
    private static readonly ConcurrentDictionary<Guid, bool> Guests = [];
    private static readonly ConcurrentDictionary<Guid, Booking> Bookings = [];

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var bookings = routes.MapGroup("").WithTags("bookings");
        bookings.MapPost("/bookings", CreateBooking);
        bookings.MapGet("/bookings/{bookingId}", ReadBooking);
        bookings.MapGet("/bookings", ListBookings);
        bookings.MapPost("/guests", CreateGuest);
    }

    /// <summary>Book.</summary>
    private static Results<Created, ConflictProblem> CreateBooking(BookingCreate booking)
    {
        if (!Guests.ContainsKey(booking.GuestId))
        {
            return new ConflictProblem("There is no such guest.");
        }
        var id = Guid.NewGuid();
        Bookings[id] = new(booking.GuestId);
        return TypedResults.Created($"/bookings/{id}");
    }

    /// <summary>Read a booking.</summary>
    private static Results<Ok<Booking>, NotFoundProblem> ReadBooking(Guid bookingId) =>
        Bookings.TryGetValue(bookingId, out var booking) ? TypedResults.Ok(booking) : new NotFoundProblem("There is no such booking.");

    /// <summary>List the bookings of a guest.</summary>
    private static Results<Ok<int>, NotFoundProblem> ListBookings(Guid guestId) =>
        Guests.ContainsKey(guestId) ? TypedResults.Ok(Bookings.Values.Count(booking => booking.GuestId == guestId)) : new NotFoundProblem("There is no such guest.");

    /// <summary>Create a guest.</summary>
    private static Ok<GuestList> CreateGuest()
    {
        var guest = new Guest(Guid.NewGuid());
        Guests[guest.Id] = true;
        return TypedResults.Ok(new GuestList([guest]));
    }
}

public sealed record BookingCreate(Guid GuestId);

public sealed record Booking(Guid GuestId);

public sealed record GuestList(IReadOnlyList<Guest> Guests);

public sealed record Guest(Guid Id);
