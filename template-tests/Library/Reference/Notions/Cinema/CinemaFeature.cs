using Microsoft.AspNetCore.Http.HttpResults;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions.Cinema;

/// <summary>A cinema, where nearly everything depends on something.</summary>
public sealed class CinemaFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<Diary>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/movies", ReadMovies);
        routes.MapGet("/movies/{number}", ReadMovie);
        routes.MapGet("/seat", ReadSeat);
        routes.MapPost("/reviews", CreateReview);
        var office = routes.MapGroup("/office").RequireDependency<Visitor>();
        office.MapGet("/safe", ReadSafe);
    }

    private static string ReadMovies(Paging paging) => $"{paging.Skip} {paging.Limit}";

    private static string ReadMovie([AsParameters] MovieQuery query) => $"{query.Number} {query.Hall}";

    private static string ReadSeat(Visitor visitor, Seat seat) => $"{seat.Row} for {visitor.Name}";

    private static Ok<Review> CreateReview(Review review, Visitor visitor) => TypedResults.Ok(review);

    private static string ReadSafe() => "1000";
}
