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

    internal sealed class CellarFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/cellars/{number}", ReadCellar).WithTags("cellars");

        private static Ok<int> ReadCellar(int number) =>
            number == 1 ? TypedResults.Ok(number) : throw new ProblemException(new NotFoundProblem("There is no such cellar."));
    }
}
