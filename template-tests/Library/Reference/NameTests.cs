using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Library.Reference.Notions;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>What clients that are made of the document call things: as FastAPI's document does, whose names <c>record.py</c> has kept.</summary>
public sealed class NameTests
{
    private static readonly Names FastApi = JsonSerializer.Deserialize<Names>(
        File.ReadAllText(Path.Combine(Repository.Root, "template-tests", "Library", "Reference", "names.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public async Task Each_operation_has_the_name_that_FastAPI_gives_it()
    {
        var here = (await Document())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(
            operation => ($"{operation.Key.ToUpperInvariant()} {path.Key}", $"{operation.Value!["operationId"]}")));

        Assert.Equal(FastApi.Operations.Select(operation => (operation.Key, operation.Value)).Order(), here.Order());
    }

    [Fact]
    public async Task Schemas_and_forms_have_the_names_that_FastAPI_gives_them_and_the_guide_says_which_there_are_besides()
    {
        var here = (await Document())["components"]!["schemas"]!.AsObject().Select(schema => schema.Key).ToList();

        Assert.Empty(FastApi.Schemas.Except(here));
        Assert.All(here.Except(FastApi.Schemas), name => Assert.Contains($"`{name}`", GuideTable.Text));
    }

    private static async Task<JsonNode> Document()
    {
        await using var service = await PlayedPort.Service().Start();
        return await service.Document();
    }

    private sealed record Names(IReadOnlyDictionary<string, string> Operations, IReadOnlyList<string> Schemas);
}
