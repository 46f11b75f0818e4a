using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Docs;
using FastApiStyle.TemplateTests.Library.Errors;
using FastApiStyle.TemplateTests.Library.Features.Stalls;
using FastApiStyle.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>What problems say stands in the document, and what nobody has documented is found.</summary>
public sealed class ProblemDriftTests
{
    [Theory]
    [InlineData(ErrorFormat.Problem)]
    [InlineData(ErrorFormat.FastApi)]
    public async Task Every_problem_is_answered_as_documented(ErrorFormat errors)
    {
        await using var service = await StallsService.Start(errors);

        await Contract.AttackAsync(service.Client, attack =>
        {
            attack.Give("throw.kind", "none", "bad", "unpaid", "lost", "taken", "gone", "old", "teapot", "busy", "sold");
            foreach (var only in new[] { "Bad", "Unpaid", "Lost", "Taken", "Gone", "Old", "Teapot", "Busy", "Closed", "Sold" })
            {
                attack.Skip($"return{only}", "it never succeeds");
            }
        });
    }

    [Fact]
    public async Task One_that_is_thrown_and_not_documented_is_found()
    {
        await using var service = await new LibraryService(typeof(CellarFeature)).Start();

        var failure = await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client));

        Assert.Matches("(?m)^readCellar .*: .*404, which is not documented", failure.Message);
        Assert.Contains("MayAnswer<…>()", failure.Message);
    }

    [Fact]
    public async Task Input_that_only_the_service_knows_to_be_wrong_is_documented_as_such()
    {
        await using var service = await new LibraryService(typeof(BarrelsFeature), typeof(Barrel), typeof(BarrelKey)).Start();

        await Contract.AttackAsync(service.Client);

        var paths = (await service.Client.GetFromJsonAsync<JsonObject>("/openapi.json"))!["paths"]!;
        Assert.Equal("A barrel that is in the cellar.", (string?)paths["/barrels/tapped"]!["post"]!["x-rules"]!.AsArray().Single());
        Assert.Equal("A further rule holds, which no schema states.", (string?)paths["/barrels/opened"]!["get"]!["x-rules"]!.AsArray().Single());
    }

    internal sealed class CellarFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/cellars/{number}", ReadCellar).WithTags("cellars");

        private static Ok<int> ReadCellar(int number) =>
            number == 1 ? TypedResults.Ok(number) : throw new ProblemException(new NotFoundProblem("There is no such cellar."));
    }

    internal sealed class BarrelsFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            var barrels = routes.MapGroup("/barrels").WithTags("barrels");
            barrels.MapPost("/tapped", TapBarrel);
            barrels.MapPost("/rolled", RollBarrel).MayAnswer<InvalidInputProblem>();
            barrels.MapGet("/opened", OpenBarrel);
        }

        /// <response code="422">A barrel that is in the cellar.</response>
        private static Results<NoContent, InvalidInputProblem> TapBarrel(Barrel barrel) =>
            barrel.Taps.Count > 1 ? InvalidInputProblem.Of<Barrel>(each => each.Taps[1].Number, "is no tap") : TypedResults.NoContent();

        private static NoContent RollBarrel(Barrel barrel) =>
            barrel.Taps.Count == 0 ? TypedResults.NoContent() : throw new ProblemException(new InvalidInputProblem(nameof(barrel.Taps), "are in the way"));

        private static NoContent OpenBarrel(BarrelKey key) => key.Number < 100 ? TypedResults.NoContent() : throw new InvalidOperationException();
    }

    internal sealed record Barrel(IReadOnlyList<Tap> Taps);

    internal sealed record Tap(int Number);

    internal sealed record BarrelKey(int Number) : IDependency<BarrelKey>
    {
        public static Resolved<BarrelKey, InvalidInputProblem> Resolve(int number) =>
            number < 100 ? new BarrelKey(number) : new InvalidInputProblem(nameof(number), "opens nothing");
    }
}
