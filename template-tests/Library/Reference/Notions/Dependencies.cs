namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What a handler is given.</summary>
internal static class Dependencies
{
    [Notion("Depends(a service)")]
    public static async Task Service()
    {
        await using var service = await Asked.Service(typeof(PricesFeature)).Start();
        Assert.Equal("10", await service.Get("/price"));
    }

    [Notion("Depends(…) with yield")]
    public static async Task Yield()
    {
        await using var service = await Asked.Service(typeof(PricesFeature)).Start();
        Assert.Equal("open", await service.Get("/session"));
        var session = Assert.Single(service.Services.GetRequiredService<SessionLog>().Opened);
        await session.Closed.Task;
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

    internal sealed class SessionLog
    {
        public List<Session> Opened { get; } = [];
    }

    internal sealed class Session : IAsyncDisposable
    {
        public Session(SessionLog log) => log.Opened.Add(this);

        public TaskCompletionSource Closed { get; } = new();

        public string State => Closed.Task.IsCompleted ? "closed" : "open";

        public ValueTask DisposeAsync()
        {
            Closed.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }

    internal sealed class PricesFeature : IFeature
    {
        public static void AddServices(IHostApplicationBuilder builder) =>
            builder.Services.AddSingleton<IPrices, Prices>().AddSingleton<SessionLog>().AddScoped<Session>();

        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/price", ReadPrice);
            routes.MapGet("/session", ReadSession);
            routes.MapGet("/secret-price", ReadSecretPrice).RequireAuthorization("prices:write");
        }

        private static string ReadPrice(IPrices prices) => $"{prices.Price}";

        private static string ReadSession(Session session) => session.State;

        private static string ReadSecretPrice() => "1";
    }
}
