using System.Text.Json;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The configuration of the template, as its author wrote it.</summary>
public static class TemplateJson
{
    private static readonly Lazy<JsonElement> Loaded = new(() => Read("template.json"));

    public static JsonElement Root => Loaded.Value;

    public static JsonElement Symbols => Root.GetProperty("symbols");

    public static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.TemplateConfig, file))).RootElement;

    public static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
