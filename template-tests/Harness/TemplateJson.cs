using System.Text.Json;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The configuration of the service template, as its author wrote it.</summary>
public static class TemplateJson
{
    public static JsonElement Root => TemplateSource.Service.Root;

    public static JsonElement Symbols => TemplateSource.Service.Symbols;

    public static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
