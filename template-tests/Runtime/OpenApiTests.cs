using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class OpenApiTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_keeps_every_rule_of_OpenAPI()
    {
        var json = await service.Client.GetStringAsync("/openapi.json");

        var read = OpenApiDocument.Parse(json, "json", new() { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public async Task Every_operation_has_a_name_of_its_own_a_summary_and_a_tag_that_is_described()
    {
        var json = await service.Client.GetStringAsync("/openapi.json");

        var document = OpenApiDocument.Parse(json, "json").Document!;

        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        Assert.Equal(8, operations.Select(operation => operation.OperationId).Distinct().Count(id => id is { Length: > 0 }));
        Assert.Equal(8, operations.Count);
        Assert.All(operations, operation => Assert.NotEmpty(operation.Summary!));
        Assert.All(operations, operation => Assert.NotEmpty(Assert.Single(operation.Tags!).Description!));
        Assert.All(
            operations.SelectMany(operation => operation.Responses!),
            response => Assert.False(string.IsNullOrEmpty(response.Value.Description), response.Key));
    }

    [Fact]
    public async Task The_document_is_the_one_that_was_reviewed()
    {
        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

        await Verify(document.ToJsonString(Indented), "json");
    }
}
