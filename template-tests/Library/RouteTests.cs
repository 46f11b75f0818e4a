using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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
}
