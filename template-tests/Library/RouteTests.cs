using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What is wrong with a route is said when the service starts, and not to its first client.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData(typeof(TwoBodiesFeature), "HTTP: POST /couples => Pair cannot be served: left and right would all be read from its body")]
    [InlineData(typeof(FormAndBodyFeature), "HTTP: POST /couples => Pair cannot be served: ")]
    public async Task One_that_cannot_be_served_stops_the_start_with_a_sentence(Type feature, string sentence)
    {
        await using var service = new LibraryService(feature);

        var refusal = await Assert.ThrowsAsync<StartupException>(service.Start);

        Assert.StartsWith(sentence, refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.DoesNotContain(service.Log.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_of_one_name_stop_the_start_with_a_sentence()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => new LibraryService(typeof(ApplesFeature), typeof(PearsFeature)).Start());

        Assert.Equal(
            "The document would call 2 operations create: HTTP: POST /apples => Create and HTTP: POST /pears => Create. "
            + "Give one of the handlers another name, or its route one by WithName.",
            refusal.Message);
    }

    [Theory]
    [InlineData(typeof(RatedFeature), "HTTP: POST /rated => Rate takes [Range] of RouteTestsRating.Stars")]
    [InlineData(typeof(NestedFeature), "HTTP: POST /nested => Rate takes [MaxLength] of RouteTestsReview.Text")]
    [InlineData(typeof(FormFeature), "HTTP: POST /form => Rate takes [EmailAddress] of RouteTestsSender.Email")]
    [InlineData(typeof(QueryFeature), "HTTP: GET /query => List takes [Range] of limit")]
    [InlineData(typeof(QueriesFeature), "HTTP: GET /queries => List takes [Range] of Limit")]
    [InlineData(typeof(NeededFeature), "HTTP: GET /needed => Read takes [Required] of tenant")]
    [InlineData(typeof(DatedFeature), "HTTP: POST /dated => Rate takes [DataType] of RouteTestsDate.Of")]
    [InlineData(typeof(ShapedFeature), "HTTP: POST /shaped => Rate takes [Range] of RouteTestsCircle.Radius")]
    [InlineData(typeof(WrappedFeature), "HTTP: POST /wrapped => Rate takes [Range] of Int32RouteTestsWrapped.Value")]
    [InlineData(typeof(InheritedFeature), "HTTP: POST /inherited => Rate takes [Range] of RouteTestsBetterRating.Stars")]
    public async Task One_that_takes_an_attribute_which_checks_nothing_stops_the_start_with_a_sentence(Type feature, string sentence)
    {
        await using var service = new LibraryService(feature, typeof(Tenant));

        var refusal = await Assert.ThrowsAsync<StartupException>(service.Start);

        Assert.Equal($"{sentence}, which checks no request here: make it a rule of a validator.", refusal.Message);
    }

    [Fact]
    public async Task An_attribute_that_no_request_brings_or_that_asks_nothing_is_nobodys_fault()
    {
        await using var service = await new LibraryService(typeof(AnsweredFeature)).Start();

        using var answer = await service.Client.PostAsJsonAsync("/answered", new { text = "anything" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task One_handler_of_several_methods_is_an_operation_for_each()
    {
        await using var service = await new LibraryService(typeof(BothFeature)).Start();

        var document = await service.Client.GetStringAsync("/openapi.json");

        Assert.Contains("\"operationId\": \"lookGet\"", document);
        Assert.Contains("\"operationId\": \"lookHead\"", document);
    }

    [Fact]
    public async Task A_handler_that_returns_nothing_is_documented_as_200_beside_its_refusals()
    {
        await using var service = await new LibraryService(typeof(SilentFeature)).Start();

        var answers = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!["paths"]!["/silence"]!["get"]!["responses"]!.AsObject();

        Assert.Equal(["200", "401"], answers.Select(answer => answer.Key));
        Assert.False(answers["200"]!.AsObject().ContainsKey("content"));
    }

    /// <summary>Of many routes, compiling takes most of the time of a start.</summary>
    [Fact]
    public async Task One_is_compiled_by_its_first_request()
    {
        await using var service = await new LibraryService(typeof(LateFeature)).Start();
        Assert.Contains("/late", await service.Client.GetStringAsync("/openapi.json"));
        Assert.Equal(0, LateFeature.Compiled);

        for (var times = 0; times < 2; times++)
        {
            Assert.Equal("\"in time\"", await service.Client.GetStringAsync("/late"));
            Assert.Equal(1, LateFeature.Compiled);
        }
    }

    internal sealed class LateFeature : IFeature
    {
        public static int Compiled { get; private set; }

        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/late", Read).AddEndpointFilterFactory((_, next) =>
        {
            Compiled++;
            return next;
        });

        private static Ok<string> Read() => TypedResults.Ok("in time");
    }

    internal sealed record Half(string Name);

    internal sealed class TwoBodiesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/couples", Pair);

        private static string Pair(Half left, Half right) => left.Name + right.Name;
    }

    internal sealed class FormAndBodyFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/couples", Pair);

        private static string Pair(Half left, IFormFile right) => left.Name + right.Name;
    }

    internal sealed class ApplesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/apples", Create);

        private static string Create() => "an apple";
    }

    internal sealed class PearsFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/pears", Create);

        private static string Create() => "a pear";
    }

    internal sealed class SilentFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/silence", Keep).RequireAuthorization();

        private static Task Keep(CancellationToken cancellation) => Task.CompletedTask;
    }

    internal sealed class BothFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapMethods("/look", ["GET", "HEAD"], Look);

        private static string Look() => "here";
    }

    internal record Rating([property: Range(1, 5)] int Stars);

    internal sealed record BetterRating(int Stars, string Text) : Rating(Stars);

    internal sealed record Review([MaxLength(10)] string Text, Review? Answer = null);

    internal sealed record Reviews(IReadOnlyDictionary<string, Review[]?> All);

    internal sealed record Sender([property: EmailAddress] string Email);

    internal sealed record Window([property: Range(1, 100)] int Limit = 10);

    internal sealed record Date([property: DataType(DataType.Date)] string Of);

    [JsonDerivedType(typeof(Circle), "circle")]
    internal abstract record Shape;

    internal sealed record Circle([Range(1, 5)] int Radius) : Shape;

    internal sealed record Wrapped<T>([Range(1, 5)] T Value);

    internal sealed record Secret([property: DataType(DataType.Password)] string Text)
    {
        public static Rating Best { get; } = new(5);

        [JsonIgnore]
        public Rating? Hidden { get; init; }

        public Rating Computed => new(Text.Length);
    }

    internal sealed record Tenant(string Name) : IDependency<Tenant>
    {
        public static Tenant Resolve([FromHeader, Required] string tenant) => new(tenant);
    }

    internal sealed class RatedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/rated", Rate);

        private static int Rate(Rating rating) => rating.Stars;
    }

    internal sealed class NestedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/nested", Rate);

        private static int Rate(Reviews reviews) => reviews.All.Count;
    }

    internal sealed class FormFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/form", Rate);

        private static string Rate([FromForm] Sender sender) => sender.Email;
    }

    internal sealed class QueryFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/query", List);

        private static int List([Range(1, 100)] int limit = 10) => limit;
    }

    internal sealed class QueriesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/queries", List);

        private static int List([AsParameters] Window window) => window.Limit;
    }

    internal sealed class NeededFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/needed", Read);

        private static string Read(Tenant tenant) => tenant.Name;
    }

    internal sealed class AnsweredFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/answered", Rate);

        private static Ok<Rating> Rate(Secret secret, TimeProvider clock, ClaimsPrincipal user) => TypedResults.Ok(secret.Computed);
    }

    internal sealed class DatedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/dated", Rate);

        private static string Rate(Date date) => date.Of;
    }

    internal sealed class ShapedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/shaped", Rate);

        private static string Rate(Shape shape) => $"{shape}";
    }

    internal sealed class WrappedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/wrapped", Rate);

        private static int Rate(Wrapped<int> rating) => rating.Value;
    }

    internal sealed class InheritedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/inherited", Rate);

        private static int Rate(BetterRating rating) => rating.Stars;
    }
}
