using System.Net;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Features.Orders;
using FastApiStyle.TemplateTests.Library.Features.Parcels;
using FastApiStyle.TemplateTests.Library.Features.People;
using FastApiStyle.TemplateTests.Library.Features.Rooms;
using FastApiStyle.TemplateTests.Library.Features.Visits;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>The document and the pages that show it.</summary>
public sealed class DocsTests
{
    [Fact]
    public async Task The_document_keeps_every_rule_of_OpenAPI()
    {
        await using var service = await new LibraryService(
            typeof(PeopleFeature), typeof(OrdersFeature), typeof(ParcelsFeature), typeof(RoomsFeature), typeof(VisitsFeature)).Start();

        var json = await service.Client.GetStringAsync("/openapi.json");

        var read = OpenApiDocument.Parse(json, "json", new() { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task A_client_that_has_the_document_need_not_read_it_again()
    {
        await using var service = await Start();
        using var first = await service.Client.GetAsync("/openapi.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi.json");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/openapi.json", "OpenApi")]
    [InlineData("/docs/index.html", "SwaggerUi")]
    [InlineData("/redoc/index.html", "ReDoc")]
    public async Task Each_page_can_be_switched_off(string path, string setting)
    {
        await using var service = await Start();
        await using var quiet = await Start(setting);

        using var shown = await service.Client.GetAsync(path);
        using var hidden = await quiet.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        await hidden.MustBeProblem(404);
    }

    [Fact]
    public async Task The_documentation_can_be_switched_off()
    {
        await using var service = await Start("OpenApi", "SwaggerUi", "ReDoc");

        foreach (var path in new[] { "/openapi.json", "/docs", "/docs/index.html", "/redoc", "/redoc/index.html" })
        {
            using var answer = await service.Client.GetAsync(path);
            await answer.MustBeProblem(404);
        }
        Assert.DoesNotContain(service.Log.Lines, line => line.Contains("/docs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_works_behind_a_path_prefix()
    {
        await using var service = await new LibraryService(typeof(RoomsFeature)) { UseFirst = app => app.UsePathBase("/inn") }.Start();

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/inn/openapi.json"))!;
        using var docs = await service.Client.GetAsync("/inn/docs");
        using var redoc = await service.Client.GetAsync("/inn/redoc");
        using var nothing = await service.Client.GetAsync("/inn/nothing");

        Assert.Equal("/inn", (string)document["servers"]![0]!["url"]!);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (docs.StatusCode, redoc.StatusCode));
        Assert.Equal("/inn/nothing", (string)(await nothing.MustBeProblem(404))["instance"]!);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "")]
    [InlineData("http://127.0.0.1:0", "/inn")]
    [InlineData("http://0.0.0.0:0", "")]
    [InlineData("http://*:0", "")]
    public async Task The_address_of_the_documentation_that_is_logged_answers(string url, string prefix)
    {
        await using var service = await new LibraryService(typeof(RoomsFeature))
        {
            Add = builder => builder.WebHost.UseUrls(url),
            UseFirst = app => app.UsePathBase(prefix),
        }.Start();

        var line = await service.Log.WaitFor("API documentation: ");

        using var client = new HttpClient();
        Assert.Contains("swagger", await client.GetStringAsync(new Uri(line.Split(' ')[^1].Trim())));
    }

    private static Task<LibraryService> Start(params string[] off) => new LibraryService(typeof(RoomsFeature))
    {
        Add = builder => Array.ForEach(off, page => builder.Configuration[$"Docs:{page}"] = "false"),
    }.Start();
}
