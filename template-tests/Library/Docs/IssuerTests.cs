using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Features.Rooms;
using FastApiStyle.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>A service whose tokens come from an issuer, which is another one in each environment.</summary>
[Collection(nameof(Alone))]
public sealed class IssuerTests : IDisposable
{
    private static readonly string Committed = Path.Combine(AppContext.BaseDirectory, "openapi.json");

    public void Dispose() => File.Delete(Committed);

    [Fact]
    public async Task The_committed_document_may_name_another_issuer()
    {
        await using var here = await Start("http://127.0.0.1:5000");
        await using var elsewhere = await Start("https://issuer.example.com");
        await File.WriteAllTextAsync(Committed, await here.Client.GetStringAsync("/openapi.json"));

        await Contract.CompareAsync(elsewhere.Client);

        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Committed))!;
        committed["components"]!["securitySchemes"]!["Issuer"]!["description"] = "Another way.";
        await File.WriteAllTextAsync(Committed, committed.ToJsonString());
        await Assert.ThrowsAsync<ContractException>(() => Contract.CompareAsync(elsewhere.Client));
    }

    [Fact]
    public async Task A_page_of_documentation_talks_to_nobody_but_the_service_and_the_issuer()
    {
        await using var service = await Start("http://127.0.0.1:5000");
        await using var alone = await new LibraryService(typeof(RoomsFeature)).Start();

        Assert.EndsWith("connect-src 'self' https: http://127.0.0.1:5000", await Policy(service));
        Assert.EndsWith("connect-src 'self'", await Policy(alone));
    }

    private static Task<LibraryService> Start(string issuer) => new LibraryService(typeof(RoomsFeature))
    {
        Add = builder => builder.Services.ConfigureSwaggerGen(document => document.AddSecurityDefinition("Issuer", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OpenIdConnect,
            OpenIdConnectUrl = new Uri($"{issuer}/.well-known/openid-configuration"),
        })),
    }.Start();

    private static async Task<string> Policy(LibraryService service)
    {
        using var page = await service.Client.GetAsync("/docs/index.html");
        return page.Headers.GetValues("Content-Security-Policy").Single();
    }
}
