using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>The vocabulary of schemas: what constrains a value, and what only tells of it.</summary>
internal static class Keywords
{
    private static readonly string[] Constraints =
    [
        "$ref", "type", "enum", "const", "not", "allOf", "anyOf", "oneOf", "properties", "required", "additionalProperties", "items", "minItems",
        "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    ];

    public static bool IsAnnotation(string keyword) => keyword.StartsWith("x-", StringComparison.Ordinal)
        || keyword is "title" or "description" or "default" or "example" or "examples" or "deprecated" or "readOnly" or "writeOnly" or "discriminator";

    public static IEnumerable<string> UnknownIn(JsonNode? schema) => (schema as JsonObject ?? []).SelectMany(member => member.Key switch
    {
        "properties" => member.Value!.AsObject().SelectMany(each => UnknownIn(each.Value)),
        "allOf" or "anyOf" or "oneOf" => member.Value!.AsArray().SelectMany(UnknownIn),
        "not" or "items" or "additionalProperties" => UnknownIn(member.Value),
        var keyword => Constraints.Contains(keyword) || IsAnnotation(keyword) ? [] : new[] { keyword },
    });
}
