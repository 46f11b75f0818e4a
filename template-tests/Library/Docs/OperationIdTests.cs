using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>Operations and schemas have the names that the clients of a service know.</summary>
public sealed class OperationIdTests
{
    public static TheoryData<string, string[]> Functions => new()
    {
        { nameof(OperationIds.Handler), ["getAboutThisService", "lookGet", "lookHead", "readItem", "readItems", "said"] },
        {
            nameof(OperationIds.FastApi),
            ["_about_this_service_get", "look_look_get", "look_look_head", "read_item_items__item_id__get", "read_items_items__get", "said_said__rest__get"]
        },
        { nameof(OperationIds.TagAndName), ["get_about_this_service", "items-read_item", "items-read_items", "look_get", "look_head", "said"] },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_names_every_operation(string function, string[] names)
    {
        var document = await Document(api => api.OperationIds = function switch
        {
            nameof(OperationIds.FastApi) => OperationIds.FastApi,
            nameof(OperationIds.TagAndName) => OperationIds.TagAndName,
            _ => OperationIds.Handler,
        });

        Assert.Equal(names, IdsOf(document));
    }

    [Fact]
    public async Task One_of_your_own_is_told_what_it_may_want_to_know()
    {
        var document = await Document(api => api.OperationIds = operation =>
            $"{operation.Method} {operation.Path} {string.Join('+', operation.Tags)} {operation.Handler} {operation.Methods.Count}");

        Assert.Equal(
            [
                "GET /about/this-service   1", "GET /items/ items ReadItems 1", "GET /items/{itemId:int} items ReadItem 1",
                "GET /look  Look 2", "GET /said/{**rest}  said 1", "HEAD /look  Look 2",
            ],
            IdsOf(document));
    }

    [Fact]
    public async Task Two_operations_of_one_name_stop_the_start_whatever_gave_it()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => Document(api => api.OperationIds = operation => operation.Method));

        Assert.StartsWith("The document would call 5 operations GET: HTTP: GET ", refusal.Message);
    }

    [Theory]
    [InlineData("", "OperationIds gives GET /items/ no name.")]
    [InlineData(null, "OperationIds gives GET /items/ no name.")]
    [InlineData("throw", "OperationIds fails to name GET /items/: It has no name.")]
    public async Task A_function_that_gives_none_stops_the_start_with_a_sentence(string? name, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => Document(api => api.OperationIds = _ =>
            name == "throw" ? throw new NotSupportedException("It has no name.") : name!));

        Assert.Equal(sentence, refusal.Message);
    }

    [Fact]
    public async Task A_function_names_every_schema()
    {
        var ours = await Document(_ => { });
        var fastApi = await Document(api => api.SchemaNames = SchemaNames.FastApi);
        var own = await Document(api => api.SchemaNames = type => $"Shop.{SchemaNames.TypeName(type)}");

        Assert.Superset(new HashSet<string> { "OperationIdTestsThing", "OperationIdTestsThingPage" }, SchemasOf(ours));
        Assert.Superset(new HashSet<string> { "Thing", "Page_Thing_" }, SchemasOf(fastApi));
        Assert.Superset(new HashSet<string> { "Shop.OperationIdTestsThing", "Shop.OperationIdTestsThingPage", "Problem" }, SchemasOf(own));
    }

    // What FastAPI 0.115 answers for the same models.
    [Theory]
    [InlineData(typeof(Page<Page<Thing>>), "Page_Page_Thing__")]
    [InlineData(typeof(Page<Guid>), "Page_UUID_")]
    [InlineData(typeof(Page<IReadOnlyList<Thing>>), "Page_list_Thing__")]
    [InlineData(typeof(Pair<int?, int>), "Pair_Union_int__NoneType__int_")]
    [InlineData(typeof(Pair<decimal, DateTimeOffset>), "Pair_Decimal_datetime_")]
    [InlineData(typeof(Pair<IReadOnlyDictionary<string, int>, bool>), "Pair_dict_str__int__bool_")]
    public void A_generic_schema_is_named_as_Pydantic_names_it(Type type, string name) => Assert.Equal(name, SchemaNames.FastApi(type));

    [Theory]
    [InlineData("")]
    [InlineData("throw")]
    public async Task A_function_that_gives_a_schema_no_name_stops_the_start_with_a_sentence(string name)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => Document(api => api.SchemaNames = _ =>
            name == "throw" ? throw new NotSupportedException("It has no name.") : name));

        Assert.StartsWith("SchemaNames ", refusal.Message);
    }

    private static async Task<JsonNode> Document(Action<ApiOptions> configure)
    {
        await using var service = await new LibraryService(typeof(NamesFeature)) { Api = configure }.Start();
        return JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;
    }

    private static IEnumerable<string> IdsOf(JsonNode document) => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject()).Select(operation => (string)operation.Value!["operationId"]!).Order(StringComparer.Ordinal);

    private static HashSet<string> SchemasOf(JsonNode document) => [.. document["components"]!["schemas"]!.AsObject().Select(schema => schema.Key)];

    internal sealed record Thing(string Name);

    internal sealed record Pair<TLeft, TRight>(TLeft Left, TRight Right);

    internal sealed class NamesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            var items = routes.MapGroup("/items").WithTags("items");
            items.MapGet("/", ReadItems);
            items.MapGet("/{itemId:int}", ReadItem).MayAnswer<NotFoundProblem>();
            routes.MapMethods("/look", ["GET", "HEAD"], Look);
            routes.MapGet("/about/this-service", () => "a service");
            routes.MapGet("/said/{**rest}", (string rest) => rest).WithName("said");
        }

        private static Page<Thing> ReadItems() => new([], 0, 20, 0);

        private static Thing ReadItem(int itemId) => new($"{itemId}");

        private static string Look() => "here";
    }
}
