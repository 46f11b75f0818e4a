using System.Net;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using static FastApiStyle.TemplateTests.Library.Reference.Notions.Clocks;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What an application is made of.</summary>
internal static class Applications
{
    [Notion("APIRouter")]
    public static async Task Router()
    {
        await using var service = await Asked.Service(typeof(ClockFeature)).Start();
        Assert.Equal("ticking", await service.Get("/clock"));
    }

    [Notion("include_router(prefix=…)")]
    public static async Task Prefix()
    {
        await using var service = await new LibraryService(typeof(ClockFeature)) { Routes = app => app.MapGroup("/api/v1") }.Start();
        Assert.Equal("ticking", await service.Get("/api/v1/clock"));
        Assert.NotNull((await service.Document())["paths"]!["/api/v1/clock"]);
    }

    [Notion("root_path=…")]
    public static async Task RootPath()
    {
        await using var service = await WithServer(("Server:PathBase", "/shop")).Start();
        Assert.Equal("ticking", await service.Get("/shop/clock"));
    }

    [Notion("lifespan")]
    public static async Task Lifespan()
    {
        await using var service = await Asked.Service(typeof(ClockFeature)).Start();
        var clock = service.Services.GetRequiredService<Clock>();
        Assert.Equal("ticking", await service.Get("/clock"));
        await service.Stop();
        Assert.Equal("stopped", clock.State);
    }

    [Notion("@app.middleware(\"http\")")]
    public static async Task Middleware()
    {
        await using var service = await new LibraryService(typeof(ClockFeature))
        {
            UseFirst = app => app.Use(async (http, next) =>
            {
                http.Response.Headers["X-Seen"] = "yes";
                await next(http);
            }),
        }.Start();
        using var answer = await service.Client.GetAsync("/clock");
        Assert.Equal(["yes"], answer.Headers.GetValues("X-Seen"));
        Assert.Equal(["/clock"], answer.Headers.GetValues("X-Route"));
    }

    [Notion("CORSMiddleware")]
    public static async Task Cors()
    {
        await using var service = await WithServer(("Server:CorsOrigins:0", "https://shop.example")).Start();
        foreach (var path in (string[])["/clock", "/nowhere"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", "https://shop.example" } } };
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(["https://shop.example"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        }
    }

    [Notion("mount(\"/static\", StaticFiles(…))")]
    public static async Task Static()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.txt"), "static");
        await using var service = await new LibraryService(typeof(ClockFeature))
        {
            UseFirst = app => app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder.FullName), RequestPath = "/static" }),
        }.Start();
        Assert.Equal("static", await service.Get("/static/a.txt"));
        folder.Delete(recursive: true);
    }

    [Notion("mount(\"/sub\", another app)")]
    public static async Task Mount()
    {
        await using var service = await new LibraryService(typeof(ClockFeature))
        {
            UseFirst = app => app.Map("/sub", sub => sub.Run(http => http.Response.WriteAsync("below"))),
        }.Start();
        Assert.Equal("below", await service.Get("/sub"));
        Assert.Null((await service.Document())["paths"]!["/sub"]);
    }

    [Notion("BaseSettings")]
    public static async Task Settings()
    {
        await using var service = await With(("Clock:Sound", "tock")).Start();
        Assert.Equal("tock", await service.Get("/sound"));
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => With(("Clock:Sound", "")).Start());
        Assert.Contains("Clock:Sound", refusal.Message);
    }

    [Notion("TestClient")]
    public static async Task TestClient()
    {
        await using var service = await Asked.Service(typeof(ClockFeature)).Start();
        using var answer = await service.Client.GetAsync("/clock");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Notion("fastapi dev")]
    public static async Task Dev()
    {
        await using var service = await Asked.Service(typeof(ClockFeature)).Start();
        Assert.Contains(service.Log.Lines, line => line.Contains($"API documentation: {service.Address}docs", StringComparison.Ordinal));
    }

    [Notion("fastapi run --workers 4")]
    public static async Task Workers()
    {
        await using var service = await Asked.Service(typeof(ClockFeature)).Start();
        // Each waits for the others.
        await Task.WhenAll(Enumerable.Range(0, ClockFeature.Parties).Select(_ => service.Get("/meet")));
    }

    private static LibraryService WithServer(params (string Key, string Value)[] settings) => new(typeof(ClockFeature))
    {
        AddFirst = builder =>
        {
            Array.ForEach(settings, setting => builder.Configuration[setting.Key] = setting.Value);
            builder.AddServer();
        },
        UseFirst = app =>
        {
            app.UseServer();
            app.UseCors();
        },
    };

    private static LibraryService With((string Key, string Value) setting) => new(typeof(ClockFeature))
    {
        AddFirst = builder => builder.Configuration[setting.Key] = setting.Value,
    };
}
