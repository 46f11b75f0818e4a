using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Features.Rooms;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>A prefix of the API, which belongs to its contract, and a prefix of a proxy, which belongs to where it runs.</summary>
public sealed class PrefixTests
{
    [Fact]
    public async Task One_line_puts_every_feature_under_a_prefix_that_the_document_shows()
    {
        await using var service = await new LibraryService(typeof(RoomsFeature)) { Routes = app => app.MapGroup("/api/v1") }.Start();

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;
        using var room = await service.Client.GetAsync("/api/v1/rooms?limit=0");
        using var without = await service.Client.GetAsync("/rooms");

        Assert.All(document["paths"]!.AsObject(), path => Assert.StartsWith("/api/v1/", path.Key));
        Assert.Null(document["servers"]);
        Assert.Equal("/api/v1/rooms", (string)(await room.MustBeProblem(422))["instance"]!);
        await without.MustBeProblem(404);
    }

    [Fact]
    public async Task What_a_proxy_adds_is_where_the_server_is_and_no_part_of_a_path()
    {
        await using var service = await new LibraryService(typeof(RoomsFeature))
        {
            AddFirst = builder =>
            {
                builder.Configuration["Server:PathBase"] = "/shop";
                builder.AddServer();
            },
            UseFirst = app => app.UseServer(),
            Routes = app => app.MapGroup("/api/v1"),
        }.Start();

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/shop/openapi.json"))!;
        using var room = await service.Client.GetAsync("/shop/api/v1/rooms?limit=0");

        Assert.All(document["paths"]!.AsObject(), path => Assert.StartsWith("/api/v1/", path.Key));
        Assert.Equal("/shop", (string)document["servers"]!.AsArray().Single()!["url"]!);
        Assert.Equal("/shop/api/v1/rooms", (string)(await room.MustBeProblem(422))["instance"]!);
        Assert.Contains($"{service.Address}shop/docs", await service.Log.WaitFor("API documentation"));
    }
}
