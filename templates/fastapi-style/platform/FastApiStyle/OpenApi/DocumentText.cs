using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FastApiStyle.OpenApi;

/// <summary>The text of a document, as a person would write it: Microsoft.OpenApi orders keywords as it likes, and has no setting for it.</summary>
internal static class DocumentText
{
    // What holds one schema, and what holds several.
    private static readonly string[] Inner = ["items", "additionalProperties", "not"];
    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf"];

    /// <summary>What a schema is comes first, then what is said of it, then its bounds, then what it holds.</summary>
    private static readonly string[] Order =
    [
        "$ref", "type", "format", "description", "enum", "const", "default", "examples",
        "minLength", "maxLength", "pattern", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems", "items", "required", "properties", "additionalProperties",
    ];

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<string> OfAsync(OpenApiDocument document)
    {
        var root = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!.AsObject();
        // The patch that every tool reads, as FastAPI's.
        root["openapi"] = "3.1.0";
        if (root["servers"] is JsonArray and [{ } server] && (string?)server["url"] == "/")
        {
            // Which is the default.
            root.Remove("servers");
        }
        return Visit(root, root)!.ToJsonString(Written);
    }

    /// <summary>Finds the schemas in what is none.</summary>
    private static JsonNode? Visit(JsonNode? node, JsonObject root) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Key switch
        {
            "schema" => Schema(member.Value, root),
            "schemas" => Named(member.Value, root),
            "example" => member.Value?.DeepClone(),
            _ => Visit(member.Value, root),
        }))),
        JsonArray list => new JsonArray([.. list.Select(item => Visit(item, root))]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Named(JsonNode? schemas, JsonObject root) => new(
        schemas!.AsObject().Select(schema => KeyValuePair.Create(schema.Key, (JsonNode?)Schema(schema.Value, root))));

    private static JsonNode? Schema(JsonNode? node, JsonObject root)
    {
        if (node is not JsonObject schema)
        {
            return node?.DeepClone();
        }
        var target = schema["$ref"] is { } reference ? root["components"]!["schemas"]![((string)reference!).Split('/')[^1]] : null;
        return new JsonObject(schema
            .Where(keyword => !SaysNothing(keyword.Key, keyword.Value, schema, target))
            .Select(keyword => keyword.Key == "example"
                ? KeyValuePair.Create("examples", (JsonNode?)new JsonArray(keyword.Value?.DeepClone()))
                : KeyValuePair.Create(keyword.Key, Keyword(keyword.Key, keyword.Value, schema, root)))
            .OrderBy(keyword => Array.IndexOf(Order, keyword.Key) is var place and >= 0 ? place : Order.Length));
    }

    /// <summary>What the referenced schema says itself, and that anything may be added to members that are named.</summary>
    private static bool SaysNothing(string keyword, JsonNode? value, JsonObject schema, JsonNode? target) =>
        (keyword == "description" && target is not null && JsonNode.DeepEquals(value, target["description"]))
        || (keyword == "additionalProperties" && value is JsonObject { Count: 0 } && schema.ContainsKey("properties"));

    private static JsonNode? Keyword(string keyword, JsonNode? value, JsonObject schema, JsonObject root) => keyword switch
    {
        "required" when schema["properties"] is JsonObject members => new JsonArray(
            [.. value!.AsArray().OrderBy(name => members.IndexOf((string)name!)).Select(name => name!.DeepClone())]),
        "type" when value is JsonArray types => new JsonArray([.. types.OrderBy(type => (string)type! == "null").Select(type => type!.DeepClone())]),
        _ when Inner.Contains(keyword) => Schema(value, root),
        _ when Lists.Contains(keyword) => new JsonArray([.. value!.AsArray().Select(schema => Schema(schema, root))]),
        "properties" => Named(value, root),
        _ => value?.DeepClone(),
    };
}
