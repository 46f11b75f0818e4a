using System.Text.Json.Nodes;
using FastApiStyle.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>The type IResult tells nothing: the document says 200, as FastAPI's does, and the contract test what is true instead.</summary>
public sealed class UntypedResultTests
{
    [Theory]
    [InlineData("/parcels/{id}", "200, 422")]
    [InlineData("/parcels/{id}/label", "200, 422")]
    [InlineData("/parcels/{id}/said", "201, 422")]
    public async Task A_success_is_documented(string path, string statuses)
    {
        await using var service = await new LibraryService(typeof(UntypedFeature)).Start();

        var operation = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!["paths"]![path]!["get"]!;

        Assert.Equal(statuses, string.Join(", ", operation["responses"]!.AsObject().Select(response => response.Key)));
    }

    [Fact]
    public async Task What_it_answers_instead_is_found_with_what_to_do()
    {
        await using var service = await new LibraryService(typeof(UntypedFeature)).Start();

        var exception = await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client));

        Assert.Matches(@"(?m)^readParcel .*200 with a body of type 'application/json', where the document says '': let the type of the handler's result name it, as Ok<…> does, or Produces<…>\(\) its route", exception.Message);
        Assert.Matches(@"(?m)^readLabel .*202, which is not documented: let the Results<…> of the handler name it, or Produces<…>\(202\) its route", exception.Message);
        Assert.DoesNotMatch("(?m)^readSaid ", exception.Message.Split("\n\n")[0]);
    }

    internal sealed class UntypedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            var parcels = routes.MapGroup("/parcels/{id}").WithTags("parcels");
            parcels.MapGet("/", ReadParcel);
            parcels.MapGet("/label", ReadLabel);
            parcels.MapGet("/said", ReadSaid).Produces<string>(201);
        }

        private static IResult ReadParcel(int id) => Results.Ok(id);

        private static Task<IResult> ReadLabel(int id) => Task.FromResult(Results.Json($"{id}", statusCode: 202));

        private static IResult ReadSaid(int id) => Results.Json($"{id}", statusCode: 201);
    }
}
