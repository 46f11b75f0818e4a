using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>The alternatives of a schema, each without <c>$ref</c>, <c>anyOf</c> and <c>oneOf</c>, which count as the same.</summary>
internal sealed class SchemaVariants(JsonObject root)
{
    private readonly Dictionary<JsonNode, List<JsonObject>> known = [];

    /// <summary>The names that a value may give to its shape, wherever the document has a type of several shapes.</summary>
    public IReadOnlySet<string> Shapes { get; } = TagsIn(root).ToHashSet();

    public IReadOnlyList<JsonObject> Of(JsonNode schema) =>
        known.TryGetValue(schema, out var variants) ? variants : known[schema] = Expand(schema);

    /// <summary>The types of a schema; one that names none is of text, as far as parameters go.</summary>
    public IEnumerable<string> TypesOf(JsonNode schema) => Of(schema).SelectMany(variant => variant["type"].Strings().DefaultIfEmpty("string"));

    private static IEnumerable<string> TagsIn(JsonNode? node) => node switch
    {
        JsonObject described => ((described["discriminator"] as JsonObject)?["mapping"] as JsonObject ?? []).Select(shape => shape.Key)
            .Concat(described.SelectMany(member => TagsIn(member.Value))),
        JsonArray list => list.SelectMany(TagsIn),
        _ => [],
    };

    private List<JsonObject> Expand(JsonNode schema)
    {
        if (schema is not JsonObject described)
        {
            return (bool)schema ? [[]] : [];
        }
        List<JsonObject> all = [[]];
        foreach (var (keyword, argument) in described)
        {
            IEnumerable<IEnumerable<JsonObject>> parts = keyword switch
            {
                "$ref" => [Of(root.Resolve(described.Only(member => member == keyword)))],
                "allOf" => argument!.AsArray().Select(Of!),
                "anyOf" or "oneOf" => [argument!.AsArray().SelectMany(Of!)],
                _ => [[new JsonObject { [keyword] = argument?.DeepClone() }]],
            };
            all = parts.Aggregate(all, (lefts, rights) => [.. lefts.SelectMany(left => rights.Select(right => Merge(left, right)))]);
        }
        return all;
    }

    /// <summary>What both say; where they say one keyword differently, the second goes to <c>allOf</c>.</summary>
    private static JsonObject Merge(JsonObject left, JsonObject right)
    {
        var merged = left.DeepClone().AsObject();
        foreach (var (keyword, argument) in right)
        {
            if (merged[keyword] is not { } said)
            {
                merged[keyword] = argument?.DeepClone();
            }
            else if (keyword == "properties")
            {
                foreach (var (name, member) in argument!.AsObject())
                {
                    said[name] = new JsonObject { ["allOf"] = new JsonArray(said[name]?.DeepClone() ?? true, member?.DeepClone()) };
                }
            }
            else if (!Keywords.IsAnnotation(keyword) && !JsonNode.DeepEquals(said, argument))
            {
                (merged["allOf"] ??= new JsonArray()).AsArray().Add((JsonNode)new JsonObject { [keyword] = argument?.DeepClone() });
            }
        }
        return merged;
    }
}
