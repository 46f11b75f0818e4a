using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>
/// Values that match a schema and are as unlike each other as it allows: at its bounds, empty, long, in other scripts. What a
/// service refuses of them, its document does not say.
/// </summary>
/// <param name="known">The value of a member of this name and schema, where it is known what belongs there.</param>
/// <param name="shown">Whether a value is the one that the document shows, wherever it shows one.</param>
internal sealed class SchemaValues(
    SchemaVariants variants, SchemaCheck check, Random random, Func<string, JsonNode, JsonNode?> known, bool shown = false)
{
    private readonly SchemaTexts texts = new(random);

    /// <param name="plain">Every member is there and nothing is unusual: a value to break in one place.</param>
    public JsonNode? Next(JsonNode schema, bool plain = false, int depth = 0)
    {
        var choice = variants.Of(schema);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var value = OfVariant(choice[random.Next(plain && attempt < 10 ? 1 : choice.Count)], plain, depth);
            if (check.Matches(schema, value))
            {
                return value;
            }
        }
        throw new ContractException($"No value was found that fits the schema {schema.ToJsonString()}: give it an example.");
    }

    private JsonNode? OfVariant(JsonObject schema, bool plain, int depth)
    {
        if (schema.TryGetPropertyValue("const", out var only))
        {
            return only?.DeepClone();
        }
        var samples = new[] { schema["example"], schema["default"] }.Concat(schema["examples"] as JsonArray ?? []).Where(sample => sample is not null && check.Matches(schema, sample)).ToList();
        if (samples.Count > 0 && (shown || random.Next(schema["pattern"] is null ? 8 : 2) == 0))
        {
            return (shown ? samples[0] : random.Pick(samples))!.DeepClone();
        }
        if (schema["enum"] is JsonArray values)
        {
            return random.Pick(values.ToList())?.DeepClone();
        }
        var types = schema["type"].Strings().DefaultIfEmpty(schema["properties"] is null ? "string" : "object").ToList();
        var solid = types.Where(type => type != "null").ToList();
        return solid.Count == 0 || (!plain && solid.Count < types.Count && random.Next(5) == 0) ? null : random.Pick(solid) switch
        {
            "string" => texts.Next(schema, plain, isLong: depth < 2),
            "integer" => Number(schema, plain, step: 1),
            "number" => Number(schema, plain, step: 0.01m),
            "boolean" => random.Next(2) == 0,
            "array" => List(schema, plain, depth),
            _ => Members(schema, plain, depth),
        };
    }

    private JsonNode Number(JsonObject schema, bool plain, decimal step)
    {
        step = schema["multipleOf"].ToDecimal() ?? step;
        decimal Near(JsonNode? bound, decimal usual) => Math.Clamp(bound.ToDecimal() ?? usual, -1e12m, 1e12m);
        var format = NumberFormat.Of(schema["format"]);
        var low = Near(schema["minimum"] ?? schema["exclusiveMinimum"], -1_000_000);
        var high = Near(schema["maximum"] ?? schema["exclusiveMaximum"], Math.Max(low, 0) + 1_000_000);
        var within = Math.Floor((low + ((high - low) * (decimal)random.NextDouble())) / step) * step;
        decimal[] usual = plain ? [within, within, low + step] : [within, low + step, high - step, 0, step, -step];
        JsonNode[] choice = [.. usual.Select(each => (JsonNode)each), schema["minimum"] ?? format?.Least ?? within, schema["maximum"] ?? format?.Most ?? within];
        var number = random.Pick(choice).ToJsonString();
        // A number may be spelled in several ways, an integer too.
        return JsonNode.Parse(plain || number.Contains('E', StringComparison.OrdinalIgnoreCase) ? number : random.Next(5) switch
        {
            0 => number.Contains('.', StringComparison.Ordinal) ? $"{number}0" : $"{number}.0",
            1 => $"{number}e0",
            _ => number,
        })!;
    }

    private JsonArray List(JsonObject schema, bool plain, int depth)
    {
        var least = (int?)schema["minItems"] ?? 0;
        var most = (int?)schema["maxItems"] ?? Math.Max(least, !plain && depth < 2 && random.Next(6) == 0 ? 150 : 4);
        var count = depth > 4 ? least : plain ? Math.Clamp(2, least, most) : random.Count(least, most, usual: 20);
        var list = new JsonArray();
        for (var attempt = 0; list.Count < count && attempt < count * 5; attempt++)
        {
            var item = Next(schema["items"] ?? true, plain, depth + 1);
            if ((bool?)schema["uniqueItems"] != true || !list.Any(other => JsonNode.DeepEquals(other, item)))
            {
                list.Add(item);
            }
        }
        return list;
    }

    private JsonObject Members(JsonObject schema, bool plain, int depth)
    {
        var required = schema["required"].Strings().ToHashSet();
        var share = plain ? 2 : random.Next(3);
        var members = new JsonObject((schema["properties"] as JsonObject ?? [])
            .Where(member => required.Contains(member.Key) || (depth < 5 && random.Next(2) < share))
            .Select(member => KeyValuePair.Create(member.Key, known(member.Key, member.Value!) ?? Next(member.Value!, plain, depth + 1))));
        var others = schema["additionalProperties"];
        for (var i = others is not JsonObject ? 0 : plain ? 1 : random.Next(4); i > 0; i--)
        {
            members[$"key{i}"] = Next(others!, plain, depth + 1);
        }
        if (!plain && others is null && random.Next(4) == 0)
        {
            // Who adds a member to a request first and to the service later must not be refused.
            members["x-unknown"] = random.Next(2) == 0 ? "ignored" : new JsonObject { ["id"] = new JsonArray(1, null) };
        }
        return members;
    }
}
