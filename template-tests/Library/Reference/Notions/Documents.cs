using System.Net;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What the document says.</summary>
internal static class Documents
{
    [Notion("title=…, version=…, description=…")]
    public static async Task Title()
    {
        await using var service = await new LibraryService(typeof(ShopFeature))
        {
            Api = api => (api.Title, api.Version, api.Description) = ("Shop", "2.0.0", "Sells."),
        }.Start();

        var info = (await service.Document())["info"]!;

        Assert.Equal(("Shop", "2.0.0"), ((string)info["title"]!, (string)info["version"]!));
        Assert.StartsWith("Sells.", (string)info["description"]!);
    }

    [Notion("openapi_tags=[…]")]
    public static Task Tags() => Ask(document => Assert.Contains(
        document["tags"]!.AsArray(), tag => (string)tag!["name"]! == "shop" && (string)tag["description"]! == "A shop of notions."));

    [Notion("operation_id=…")]
    public static Task OperationId() => Ask(document =>
    {
        Assert.Equal("readShop", (string)document["paths"]!["/shop"]!["get"]!["operationId"]!);
        Assert.Equal("openShop", (string)document["paths"]!["/shop"]!["post"]!["operationId"]!);
    });

    [Notion("generate_unique_id_function=…")]
    public static async Task UniqueIds()
    {
        await using var service = await new LibraryService(typeof(ShopFeature)) { Api = api => api.OperationIds = OperationIds.TagAndName }.Start();
        Assert.Equal("shop-read_shop", (string)(await service.Operation("/shop"))["operationId"]!);
        await using var other = await new LibraryService(typeof(ShopFeature)) { Api = api => api.OperationIds = each => $"{each.Method}{each.Path}" }.Start();
        Assert.Equal("GET/shop", (string)(await other.Operation("/shop"))["operationId"]!);
    }

    [Notion("include_in_schema=False")]
    public static Task Hidden() => Ask(document => Assert.Null(document["paths"]!["/cellar"]));

    [Notion("deprecated=True")]
    public static Task Deprecated() => Ask(document => Assert.True((bool)document["paths"]!["/kiosk"]!["get"]!["deprecated"]!));

    [Notion("examples=[…]")]
    public static Task Examples() => Ask(document => Assert.Equal(
        "Seoul", (string)document["paths"]!["/shop"]!["get"]!["parameters"]![0]!["example"]!));

    [Notion("callbacks, webhooks")]
    public static Task Webhooks() => Ask(document =>
    {
        Assert.Null(document["webhooks"]);
        Assert.DoesNotContain("\"callbacks\"", document.ToJsonString());
    });

    [Notion("/docs, /redoc, /openapi.json")]
    public static async Task Pages()
    {
        await using var service = await new LibraryService(typeof(ShopFeature)).Start();

        Assert.Contains("swagger-ui", await service.Get("/docs/index.html"));
        Assert.Contains("redoc", await service.Get("/redoc/index.html"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", await service.Get("/docs/index.html"));
    }

    [Notion("docs_url=None, openapi_url=None")]
    public static async Task NoPages()
    {
        await using var service = await new LibraryService(typeof(ShopFeature))
        {
            AddFirst = builder => builder.Configuration["Docs:OpenApi"] = builder.Configuration["Docs:SwaggerUi"] = builder.Configuration["Docs:ReDoc"] = "false",
        }.Start();

        Assert.All(await Task.WhenAll(((string[])["/docs", "/redoc", "/openapi.json"]).Select(service.Client.GetAsync)),
            answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    private static async Task Ask(Action<JsonNode> ask)
    {
        await using var service = await new LibraryService(typeof(ShopFeature)).Start();
        ask(await service.Document());
    }

    /// <summary>A shop of notions.</summary>
    public sealed class ShopFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            var shop = routes.MapGroup("").WithTags("shop");
            shop.MapGet("/shop", ReadShop);
            shop.MapPost("/shop", Open).WithName("openShop");
            shop.MapGet("/cellar", ReadCellar).ExcludeFromDescription();
            shop.MapGet("/kiosk", ReadKiosk).WithMetadata(new ObsoleteAttribute());
        }

        /// <summary>Read the shop.</summary>
        /// <param name="city" example="Seoul">Where it is.</param>
        private static string ReadShop(string city) => city;

        private static string Open() => "open";

        private static string ReadCellar() => "dark";

        private static string ReadKiosk() => "small";
    }
}
