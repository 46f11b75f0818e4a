using FastApiStyle.TemplateTests.Library.Features.Lockers;
using FastApiStyle.TemplateTests.Library.Reference.Notions.Cinema;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What is made from a request before its handler runs, and may refuse it.</summary>
internal static class Depends
{
    [Notion("Depends(a function)")]
    public static Task Function() => Ask(async service =>
    {
        Assert.Equal("0 5", await service.Get("/movies?limit=5"));
        Assert.Equal("int_parsing@query.limit", await service.Faults("/movies?limit=x"));
        Assert.Equal(2, (await service.Operation("/movies"))["parameters"]!.AsArray().Count);
    });

    [Notion("Depends(a class)")]
    public static Task Class() => Ask(async service =>
    {
        Assert.Equal("7 B", await service.Get("/movies/7?hall=B"));
        Assert.Equal("int_parsing@path.number string_too_long@query.hall", await service.Faults("/movies/x?hall=AB"));
    });

    [Notion("Depends(…) that raises")]
    public static Task Refusing() => Ask(async service =>
    {
        using var nobody = await service.Post("/reviews", "{}");
        Assert.Equal((401, "Bearer"), ((int)nobody.StatusCode, $"{nobody.Headers.WwwAuthenticate}"));
        using var banned = await service.AskAs("banned", "/seat");
        Assert.Equal((403, """{"detail":"You are banned."}"""), ((int)banned.StatusCode, await banned.Content.ReadAsStringAsync()));
        Assert.Equal("You are banned.", (string)(await service.Operation("/seat"))["responses"]!["403"]!["description"]!);
    });

    [Notion("Depends(…) of a dependency")]
    public static Task OfADependency() => Ask(async service =>
    {
        using var answer = await service.AskAs("ada", "/seat");
        Assert.Equal("3 for ada", await answer.Content.ReadAsStringAsync());
        await service.Stop();
        Assert.Single(service.Services.GetRequiredService<Diary>(), "visitor");
    });

    [Notion("Depends(…) with yield")]
    public static Task Yield() => Ask(async service =>
    {
        using var answer = await service.AskAs("ada", "/seat");
        await service.Stop();
        Assert.Equal(["visitor", "left"], service.Services.GetRequiredService<Diary>());
    });

    [Notion("dependencies=[…] of a router")]
    public static Task OfAGroup() => Ask(async service =>
    {
        using var nobody = await service.Client.GetAsync("/office/safe");
        using var answer = await service.AskAs("ada", "/office/safe");
        Assert.Equal((401, "1000"), ((int)nobody.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.NotNull((await service.Operation("/office/safe"))["responses"]!["401"]);
    });

    [Notion("dependency_overrides")]
    public static Task Overrides() => Ask(
        async service => Assert.Equal("5 for grace", await service.Get("/seat")), services => services.AddScoped(_ => new Visitor("grace")));

    [Notion("OAuth2PasswordBearer")]
    public static Task Bearer() => Ask(
        async service =>
        {
            var document = await service.Document();
            Assert.Equal("token", (string)document["components"]!["securitySchemes"]!["SignIn"]!["flows"]!["password"]!["tokenUrl"]!);
            Assert.Equal("""[{"SignIn":[]}]""", document["paths"]!["/seat"]!["get"]!["security"]!.ToJsonString());
            using var otherScheme = await service.AskAs("ada", "/seat", "Basic");
            Assert.Equal(401, (int)otherScheme.StatusCode);
        },
        services => services.ConfigureSwaggerGen(options => SignInDocs.Add(options, new()
        {
            Type = SecuritySchemeType.OAuth2,
            Flows = new() { Password = new() { TokenUrl = new("token", UriKind.Relative) } },
        })));

    [Notion("APIKeyHeader, APIKeyQuery, APIKeyCookie, HTTPBasic")]
    public static async Task Keys()
    {
        await using var service = await Asked.Service(typeof(LockersFeature)).Start();

        using var nobody = await service.Client.GetAsync("/lockers/query");
        Assert.Equal((401, "APIKey", """{"detail":"Not authenticated"}"""),
            ((int)nobody.StatusCode, $"{nobody.Headers.WwwAuthenticate}", await nobody.Content.ReadAsStringAsync()));
        Assert.Equal("anna", await service.Get("/lockers/basic", ("Authorization", "Basic YW5uYTpzZXNhbWU=")));
        Assert.Equal("""[{"X-Locker-Key":[]}]""", (await service.Operation("/lockers/header", "post"))["security"]!.ToJsonString());
    }

    private static async Task<HttpResponseMessage> AskAs(this LibraryService service, string name, string path, string scheme = "Bearer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new(scheme, name) } };
        return await service.Client.SendAsync(request);
    }

    private static async Task Ask(Func<LibraryService, Task> ask, Action<IServiceCollection>? add = null)
    {
        await using var service = await Asked.Service(add, typeof(CinemaFeature)).Start();
        await ask(service);
    }
}
