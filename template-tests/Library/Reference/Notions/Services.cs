using static FastApiStyle.TemplateTests.Library.Reference.Notions.Clocks;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What the service has for a handler, and who may call it.</summary>
internal static class Services
{
    [Notion("Depends(a service)")]
    public static async Task Service()
    {
        await using var service = await Asked.Service(typeof(PricesFeature)).Start();
        Assert.Equal("10", await service.Get("/price"));
    }

    [Notion("dependency_overrides of a service")]
    public static async Task Overrides()
    {
        await using var service = await new LibraryService(typeof(PricesFeature))
        {
            Add = builder => builder.Services.AddSingleton<IPrices, HalfPrices>(),
        }.Start();
        Assert.Equal("5", await service.Get("/price"));
    }

    [Notion("BackgroundTasks")]
    public static async Task Background()
    {
        await using var service = await Asked.Service(typeof(ClockFeature)).Start();
        Assert.Equal("ticking", await service.Get("/wind"));
        await service.Stop();
        Assert.Equal("wound", service.Services.GetRequiredService<Clock>().Spring);
    }

    [Notion("Security(…, scopes=[…])")]
    public static async Task Scopes()
    {
        await using var service = await new LibraryService(typeof(PricesFeature))
        {
            Add = builder => builder.Services.AddAuthorizationBuilder().AddPolicy("prices:write", policy => policy.RequireUserName("ada")),
        }.Start();
        using var nobody = await service.Client.GetAsync("/secret-price");
        Assert.Equal(401, (int)nobody.StatusCode);
        Assert.Equal("1", await service.Get("/secret-price", ("Authorization", "Bearer ada")));
        Assert.NotNull((await service.Operation("/secret-price"))["responses"]!["403"]);
    }

    internal interface IPrices
    {
        int Price { get; }
    }

    internal sealed class Prices : IPrices
    {
        public int Price => 10;
    }

    internal sealed class HalfPrices : IPrices
    {
        public int Price => 5;
    }

    internal sealed class PricesFeature : IFeature
    {
        public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<IPrices, Prices>();

        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/price", ReadPrice);
            routes.MapGet("/secret-price", ReadSecretPrice).RequireAuthorization("prices:write");
        }

        private static string ReadPrice(IPrices prices) => $"{prices.Price}";

        private static string ReadSecretPrice() => "1";
    }
}
