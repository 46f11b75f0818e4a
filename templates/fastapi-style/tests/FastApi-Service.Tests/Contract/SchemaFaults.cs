using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>A value that breaks one keyword at one place.</summary>
internal sealed record SchemaFault(IReadOnlyList<object> Place, string Keyword, JsonNode? Value);

/// <summary>Breaks each constraint of a schema, one at a time.</summary>
internal sealed class SchemaFaults(Document document, SchemaCheck check, SchemaValues values, Random random)
{
    /// <summary>Constraints that no value was found to break: this test would not see whether the service keeps them.</summary>
    public HashSet<string> Unbroken { get; } = [];

    public IEnumerable<SchemaFault> Of(JsonNode schema, int depth = 0)
    {
        var variants = document.Variants(schema);
        return depth > 4 ? [] : variants
            .Where(variant => variants.Count == 1 || !Document.TypesOf(variant).SequenceEqual(["null"]))
            .SelectMany(variant => OfKeywords(variant, variants.Count == 1).Concat(OfMembers(variant, depth)).Concat(OfItems(variant, depth)))
            .Where(fault => variants.Count == 1 || !check.Matches(schema, fault.Value));
    }

    private IEnumerable<SchemaFault> OfKeywords(JsonObject schema, bool alone)
    {
        foreach (var (keyword, argument) in schema.Concat((schema["allOf"] as JsonArray ?? []).SelectMany(part => part!.AsObject())))
        {
            var breaking = Breaking(keyword, argument!, schema)
                .Select(value => (Value: value, Broken: check.Find(schema, value).Where(mismatch => mismatch.Place.Count == 0).ToList()))
                .Where(candidate => candidate.Broken.Any(mismatch => mismatch.Keyword == keyword))
                .ToList();
            // Best one that breaks nothing else, so that no other rule can refuse it in its stead.
            var only = breaking.Where(candidate => candidate.Broken.Count == 1).ToList();
            foreach (var (value, _) in only.Count > 0 ? only : breaking)
            {
                yield return new([], keyword, value);
            }
            if (breaking.Count == 0 && alone && CanBreak(keyword, argument))
            {
                Unbroken.Add($"{keyword} {argument!.ToJsonString()}");
            }
        }
    }

    private IEnumerable<SchemaFault> OfMembers(JsonObject schema, int depth)
    {
        if (schema["properties"] is null && schema["additionalProperties"] is null)
        {
            yield break;
        }
        var whole = values.Next(schema, plain: true, depth)!.AsObject();
        foreach (var name in Document.Strings(schema["required"]))
        {
            yield return new([name], "required", Document.Only(whole, member => member != name));
        }
        foreach (var name in whole.Select(member => member.Key))
        {
            foreach (var fault in Of(schema["properties"]?[name] ?? schema["additionalProperties"] ?? true, depth + 1))
            {
                yield return new([name, .. fault.Place], fault.Keyword, With(whole, name, fault.Value));
            }
        }
        if (schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
        {
            yield return new(["x-unknown"], "additionalProperties", With(whole, "x-unknown", 1));
        }
    }

    private IEnumerable<SchemaFault> OfItems(JsonObject schema, int depth)
    {
        if (schema["items"] is not { } items || (int?)schema["maxItems"] == 0)
        {
            return [];
        }
        var start = (values.Next(schema, plain: true, depth) as JsonArray ?? []).SkipLast(1).ToList();
        return Of(items, depth + 1).Select(fault => new SchemaFault(
            [start.Count, .. fault.Place], fault.Keyword, new JsonArray([.. start.Append(fault.Value).Select(item => item?.DeepClone())])));
    }

    /// <summary>Values of which some break a keyword.</summary>
    private IEnumerable<JsonNode?> Breaking(string keyword, JsonNode argument, JsonObject schema) => keyword switch
    {
        "type" => [.. Parse("null", "true", "17", "1.5", "[]", "{}", "[1]", """{"a":1}"""), "", "text", "17", "true", "null", "NaN", "0x10", "1,000"],
        "enum" => [.. argument.AsArray().Select(each => $"{each}")
            .SelectMany(each => new[] { each.ToLowerInvariant(), each.ToUpperInvariant(), $"{each} ", $"{each},{each}" }), "no such value", "", "0", "1", 987654],
        "const" => Parse("null", "false", "987654", "\"no such value\""),
        "not" => (argument["anyOf"] as JsonArray ?? [argument.DeepClone()]).SelectMany(not => (not!["enum"] as JsonArray ?? []).Append(not["const"])
            .Concat(Near(not["pattern"], text => [text, $"ab{text}cd"]))),
        "minLength" => new[] { 0, 3 }.Select(alphabet => (JsonNode?)values.Text(schema, Math.Max((int)argument - 1, 0), alphabet)),
        "maxLength" when (int)argument < 100_000 => new[] { 0, 3 }.Select(alphabet => (JsonNode?)values.Text(schema, (int)argument + 1, alphabet)),
        "format" => [.. (Format.Of((string)argument!)?.Faults ?? []).Select(text => (JsonNode?)text), .. Strange],
        "pattern" => [.. Near(argument, text => [$"{text}\n", $" {text}", text.ToLowerInvariant(), text + text]), .. Strange],
        "minimum" or "exclusiveMinimum" => Beyond(argument, -1, schema),
        "maximum" or "exclusiveMaximum" => Beyond(argument, 1, schema),
        "multipleOf" => new[] { 0.1m, 0.5m }.Select(part =>
            (JsonNode?)(SchemaCheck.Decimal(values.Next(schema, plain: true)) + (part * SchemaCheck.Decimal(argument)))),
        "minItems" when (int)argument > 0 => [OfCount(schema, (int)argument - 1)],
        "maxItems" when (int)argument < 10_000 => [OfCount(schema, (int)argument + 1)],
        "uniqueItems" when OfCount(schema, 1) is var one => [new JsonArray(one[0]?.DeepClone(), one[0]?.DeepClone())],
        _ => [],
    };

    private static IEnumerable<JsonNode?> Strange => ["", " ", "text", "TEXT", "17", "-", "\u0085", "😀", "漢字", " \t\n"];

    private static bool CanBreak(string keyword, JsonNode? argument) => keyword switch
    {
        "minLength" or "minItems" => (int)argument! > 0,
        "maxLength" or "maxItems" => (int)argument! < 10_000,
        "uniqueItems" => (bool)argument!,
        "format" => Format.Of((string)argument!) is not null,
        "properties" or "required" or "items" or "additionalProperties" or "allOf" => false,
        _ => !SchemaCheck.IsAnnotation(keyword),
    };

    /// <summary>What is just past a bound, and what many types cannot hold.</summary>
    private static IEnumerable<JsonNode?> Beyond(JsonNode bound, int sign, JsonObject schema)
    {
        var step = SchemaCheck.Decimal(schema["multipleOf"]) ?? 1;
        var near = SchemaCheck.Decimal(bound) is { } number && Math.Abs(number) < 1e27m
            ? new[] { number, number + (sign * step), (Math.Floor(number / step) + sign) * step, number + (sign * 0.01m) } : [];
        return near.Select(each => (JsonNode?)each).Concat(sign < 0 ? Parse("-1e400", "-1e35") : Parse("1e400", "1e35"));
    }

    private IEnumerable<JsonNode?> Near(JsonNode? pattern, Func<string, string[]> change) =>
        pattern is null ? [] : Enumerable.Range(0, 4).SelectMany(_ => change(Pattern.Of((string)pattern!).Next(random))).Select(text => (JsonNode?)text);

    private JsonArray OfCount(JsonObject schema, int count) =>
        values.Next(With(With(With(schema, "minItems", count), "maxItems", count), "type", "array"), plain: true)!.AsArray();

    private static JsonObject With(JsonObject members, string name, JsonNode? value)
    {
        var changed = members.DeepClone().AsObject();
        changed[name] = value?.DeepClone();
        return changed;
    }

    private static IEnumerable<JsonNode?> Parse(params string[] json) => json.Select(each => JsonNode.Parse(each));
}
