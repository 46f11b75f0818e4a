using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>A value that breaks one keyword at one place.</summary>
internal sealed record SchemaFault(IReadOnlyList<object> Place, string Keyword, JsonNode? Value);

/// <summary>Breaks each constraint of a schema, one at a time.</summary>
internal sealed class SchemaFaults(Document document, SchemaCheck check, SchemaValues values)
{
    /// <summary>Constraints that no value was found to break: this test would not see whether the service keeps them.</summary>
    public HashSet<string> Unbroken { get; } = [];

    public IEnumerable<SchemaFault> Of(JsonNode schema, Random random, int depth = 0)
    {
        var variants = document.Variants(schema).All;
        return depth > 4 ? [] : variants
            .Where(variant => variants.Count == 1 || variant["type"] is not JsonValue type || (string?)type != "null")
            .SelectMany(variant => OfKeywords(variant, random, variants.Count == 1).Concat(OfChildren(variant, random, depth)))
            .Where(fault => variants.Count == 1 || !check.Matches(schema, fault.Value));
    }

    private IEnumerable<SchemaFault> OfKeywords(JsonObject schema, Random random, bool alone)
    {
        var keywords = schema.Concat((schema["allOf"]?.AsArray() ?? []).SelectMany(part => part!.AsObject()));
        foreach (var (keyword, argument) in keywords.Where(member => member.Value is not null && !SchemaCheck.IsAnnotation(member.Key)))
        {
            var breaking = Candidates(keyword, argument!, schema, random)
                .Select(value => (Value: value, Broken: check.Find(schema, value).Where(mismatch => mismatch.Place.Count == 0).ToList()))
                .Where(candidate => candidate.Broken.Any(mismatch => mismatch.Keyword == keyword))
                .ToList();
            // Best one that breaks nothing else, so that no other rule can refuse it in its stead.
            var only = breaking.Where(candidate => candidate.Broken.Count == 1).ToList();
            foreach (var (value, _) in only.Count > 0 ? only : breaking)
            {
                yield return new([], keyword, value);
            }
            if (breaking.Count == 0 && alone && CanBreak(keyword, argument!))
            {
                Unbroken.Add($"{keyword} {argument!.ToJsonString()}");
            }
        }
    }

    private IEnumerable<SchemaFault> OfChildren(JsonObject schema, Random random, int depth)
    {
        if (schema["properties"] is JsonObject || schema["additionalProperties"] is JsonObject)
        {
            var whole = values.Next(schema, random, plain: true, depth)!.AsObject();
            foreach (var name in schema["required"]?.AsArray() ?? [])
            {
                var without = whole.DeepClone().AsObject();
                without.Remove((string)name!);
                yield return new([(string)name!], "required", without);
            }
            foreach (var name in whole.Select(member => member.Key).ToList())
            {
                foreach (var fault in Of(schema["properties"]?[name] ?? schema["additionalProperties"]!, random, depth + 1))
                {
                    var broken = whole.DeepClone().AsObject();
                    broken[name] = fault.Value?.DeepClone();
                    yield return new([name, .. fault.Place], fault.Keyword, broken);
                }
            }
        }
        if (schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
        {
            var extra = values.Next(schema, random, plain: true, depth)!;
            extra["x-unknown"] = 1;
            yield return new(["x-unknown"], "additionalProperties", extra);
        }
        if (schema["items"] is { } items && (int?)schema["maxItems"] is null or > 0)
        {
            var whole = values.Next(schema, random, plain: true, depth) as JsonArray ?? [];
            var last = Math.Max(0, whole.Count - 1);
            foreach (var fault in Of(items, random, depth + 1))
            {
                var broken = new JsonArray([.. whole.Take(last).Select(item => item?.DeepClone()), fault.Value?.DeepClone()]);
                yield return new([last, .. fault.Place], fault.Keyword, broken);
            }
        }
    }

    private IEnumerable<JsonNode?> Candidates(string keyword, JsonNode argument, JsonObject schema, Random random)
    {
        Exact Number() => Exact.Parse(argument.ToJsonString());
        Exact Step() => Exact.Parse((schema["multipleOf"] ?? 1).ToJsonString());
        JsonNode? Of(Exact number) => JsonNode.Parse(number.ToString());
        IEnumerable<JsonNode?> OfLength(int length) => new[] { false, true }.Select(astral =>
            (JsonNode?)SchemaValues.Text(schema, length, random, SchemaValues.AlphabetOf(astral)));
        IEnumerable<JsonNode?> OfCount(int count) =>
            [values.Next(new JsonObject { ["type"] = "array", ["items"] = schema["items"]?.DeepClone() ?? new JsonObject(), ["minItems"] = count, ["maxItems"] = count, ["uniqueItems"] = schema["uniqueItems"]?.DeepClone() ?? false }, random, plain: true)];
        switch (keyword)
        {
            case "type":
                return Parse("null", "true", "17", "1.5", "[]", "{}", "[1]", """{"a":1}""", "\"\"", "\"text\"", "\"17\"", "\"true\"", "\"null\"", "\"NaN\"", "\"0x10\"", "\"1,000\"");
            case "enum":
                return argument.AsArray().Where(each => each?.GetValueKind() == JsonValueKind.String)
                    .SelectMany(each => new[] { ((string)each!).ToLowerInvariant(), ((string)each!).ToUpperInvariant(), $"{each} ", $"{each},{each}" })
                    .Append("no such value").Append("").Append("0").Append("1").Distinct().Select(text => (JsonNode?)text).Append(987654);
            case "const":
                return Parse("null", "false", "987654", "\"no such value\"");
            case "not":
                return [argument["const"]?.DeepClone(), .. argument["enum"] as JsonArray ?? [],
                    .. argument["pattern"] is { } none ? new[] { check.PatternOf((string)none!).Next(random), $"ab{check.PatternOf((string)none!).Next(random)}cd" }.Select(text => (JsonNode?)text) : []];
            case "minLength":
                return OfLength((int)argument - 1);
            case "maxLength" when (int)argument < 100_000:
                return OfLength((int)argument + 1);
            case "pattern" or "format":
                var nearly = keyword == "format" ? Format.Of((string)argument!)?.Faults ?? [] : [];
                return nearly.Concat(["", " ", "text", "TEXT", "17", "-", "\u0085", "😀", "漢字", " \t\n"])
                    .Concat(keyword == "pattern" ? Enumerable.Range(0, 4).Select(_ => check.PatternOf((string)argument!).Next(random))
                        .SelectMany(text => new[] { $"{text}\n", $" {text}", text.ToLowerInvariant(), text + text }) : [])
                    .Select(text => (JsonNode?)text)
                    .Concat(Format.RangeOf((string?)schema["format"]) is var (min, max) ? [Of(min - 1), Of(max + 1), .. Parse("1e400", "-1e400")] : []);
            case "minimum":
                return [Of(Number() - Step()), Of(Number().Floor(Step()) - Step()), Of(Number() - new Exact(1, -2))];
            case "maximum":
                return [Of(Number() + Step()), Of(Number().Floor(Step()) + Step()), Of(Number() + new Exact(1, -2))];
            case "exclusiveMinimum":
                return [Of(Number()), Of(Number() - Step())];
            case "exclusiveMaximum":
                return [Of(Number()), Of(Number() + Step())];
            case "multipleOf":
                return new[] { 1, 5 }.Select(digit => Of(Exact.Parse(values.Next(schema, random, plain: true)!.ToJsonString()) + new Exact(Number().Digits * digit, Number().Exponent - 1)));
            case "minItems":
                return (int)argument > 0 ? OfCount((int)argument - 1) : [];
            case "maxItems" when (int)argument < 10_000:
                return OfCount((int)argument + 1);
            case "uniqueItems":
                var list = (values.Next(new JsonObject { ["type"] = "array", ["items"] = schema["items"]?.DeepClone() ?? new JsonObject(), ["minItems"] = 1, ["maxItems"] = 1 }, random, plain: true) as JsonArray)!;
                list.Add(list[0]?.DeepClone());
                return [list];
            default:
                return [];
        }
    }

    private static bool CanBreak(string keyword, JsonNode argument) => keyword switch
    {
        "minLength" or "minItems" => (int)argument > 0,
        "maxLength" or "maxItems" => (int)argument < 10_000,
        "uniqueItems" => (bool)argument,
        "format" => Format.RangeOf((string)argument!) is not null || Format.Of((string)argument!) is not null,
        "properties" or "required" or "items" or "additionalProperties" or "allOf" => false,
        _ => true,
    };

    private static IEnumerable<JsonNode?> Parse(params string[] json) => json.Select(each => JsonNode.Parse(each));
}
