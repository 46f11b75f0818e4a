using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>What a <c>$ref</c> of a document stands for.</summary>
internal static class References
{
    public static JsonNode Resolve(this JsonObject root, JsonNode node)
    {
        while (node is JsonObject && (string?)node["$ref"] is { } reference)
        {
            node = reference.Split('/').Skip(1).Select(Unescape).Aggregate((JsonNode)root, (parent, part) =>
                parent[part] ?? throw new ContractException($"The document refers to {reference}, which it does not hold."));
        }
        return node;
    }

    private static string Unescape(string part) => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
