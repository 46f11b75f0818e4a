using System.Reflection;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Docs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>What a problem tells a program, and that of several for one status the document names each.</summary>
public sealed class DetailTests
{
    [Fact]
    public async Task Its_members_are_those_of_the_problem_in_the_document_and_nothing_is_left_over()
    {
        var document = await DocumentOf(ErrorFormat.Problem);

        Assert.Equal("""["type","title","status","detail","instance","traceId","left","goods"]""", document.Schema("StockProblem")!["required"]!.ToJsonString());
        Assert.Equal("#/components/schemas/Goods", (string?)document.Schema("StockProblem").At("properties goods $ref"));
        Assert.Null(document.Schema("Stock"));
    }

    [Fact]
    public async Task It_is_the_detail_of_FastAPIs_error_in_the_document()
    {
        var document = await DocumentOf(ErrorFormat.FastApi);

        Assert.Equal("#/components/schemas/Stock", (string?)document.Schema("StockHTTPError").At("properties detail $ref"));
    }

    [Theory]
    [InlineData(ErrorFormat.Problem, "Problem", "StockProblem")]
    [InlineData(ErrorFormat.FastApi, "HTTPError", "StockHTTPError")]
    public async Task Of_two_problems_with_one_status_the_document_names_both(ErrorFormat errors, string one, string other)
    {
        var document = await DocumentOf(errors);
        var answers = document.At("paths /stalls/thrown/{kind} get responses")!;

        Assert.Equal(
            $$"""{"anyOf":[{"$ref":"#/components/schemas/{{one}}"},{"$ref":"#/components/schemas/{{other}}"}]}""",
            answers["409"]!["content"]!.AsObject().Single().Value!["schema"]!.ToJsonString());
        Assert.DoesNotContain("AnyOf", document.ToJsonString());
    }

    [Fact]
    public async Task A_sentence_for_a_status_that_has_a_list_is_no_drift()
    {
        await using var service = await new LibraryService(typeof(PickyFeature)) { Api = api => api.Errors = ErrorFormat.FastApi }.Start();

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

        Assert.Equal(
            """{"anyOf":[{"$ref":"#/components/schemas/HTTPError"},{"$ref":"#/components/schemas/HTTPValidationError"}]}""",
            document.At("paths /picky get responses 422 content application/json schema")!.ToJsonString());
        Assert.Equal("#/components/responses/UnprocessableContent", (string?)document.At("paths /easy get responses 422 $ref"));
        Assert.Equal("#/components/schemas/HTTPValidationError", (string?)document.At("components responses UnprocessableContent content application/json schema $ref"));
    }

    [Theory]
    [InlineData(typeof(ClashFeature), "DetailTestsClash has members that a problem has already: give status and detail another name.")]
    [InlineData(typeof(ListFeature), "StringList has no members that a problem could have beside its own: make it a record.")]
    public async Task One_that_a_problem_has_no_place_for_stops_the_start(Type feature, string sentence) =>
        Assert.Equal(sentence, (await Assert.ThrowsAsync<StartupException>(() => new LibraryService(feature).Start())).Message);

    private static async Task<JsonNode> DocumentOf(ErrorFormat errors)
    {
        await using var service = await StallsService.Start(errors);
        return JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;
    }

    internal sealed record Clash(int Status, string Detail);

    internal sealed class ClashProblem() : ProblemResult<Clash>(409, "", new(1, "")), IEndpointMetadataProvider
    {
        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 409);
    }

    internal sealed class ListProblem() : ProblemResult<List<string>>(409, "", []), IEndpointMetadataProvider
    {
        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 409);
    }

    internal sealed class PickyProblem() : ProblemResult(422, "Not today."), IEndpointMetadataProvider
    {
        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, 422);
    }

    internal sealed class ClashFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/clash", Results<NoContent, ClashProblem> () => new ClashProblem());
    }

    internal sealed class ListFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/list", Results<NoContent, ListProblem> () => new ListProblem());
    }

    internal sealed class PickyFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/picky", Results<NoContent, PickyProblem> (int number) => new PickyProblem());
            routes.MapGet("/easy", NoContent (int number) => TypedResults.NoContent());
            routes.MapGet("/easier", NoContent (int number) => TypedResults.NoContent());
        }
    }
}
