using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>
/// Values that match a schema and are as unlike each other as it allows: at its bounds, empty, long, in other scripts. What a
/// service refuses of them, its document does not say.
/// </summary>
internal sealed class SchemaValues(Document document, SchemaCheck check)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly Rune[][] Alphabets =
    [
        .. new[] { Letters, Letters, " ", "😀🧑🚀𠮷", "漢字かなカナ한글", "éñe\u0301\u0308ßИя", "'\"\\<>&%_;{}[]$`#/|?+=", "\t\r\n\u0000\u0001\u001F\u007F\u0085\u200B\uFEFF" }
            .Select(letters => letters.EnumerateRunes().ToArray()),
    ];

    /// <param name="plain">Every member is there and nothing is unusual: a value to break in one place.</param>
    public JsonNode? Next(JsonNode schema, Random random, bool plain = false, int depth = 0)
    {
        var variants = document.Variants(schema).All;
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var value = OfVariant(variants[random.Next(plain && attempt < 10 ? 1 : variants.Count)], random, plain, depth);
            if (check.Matches(schema, value))
            {
                return value;
            }
        }
        throw new InvalidOperationException($"No value was found that fits the schema {schema.ToJsonString()}: give it an example.");
    }

    /// <summary>A text of so many code points, which fits the rest of the schema if that is easily had.</summary>
    public static string Text(JsonObject schema, int length, Random random, Rune[] alphabet)
    {
        if ((string?)schema["format"] == "email" && length > 3)
        {
            var local = new string('u', Math.Clamp(length - 2, 1, 64));
            return string.Create(null, $"{local}@{string.Concat(Enumerable.Range(1, length)
                .Select(i => i % 60 == 0 && i < length - local.Length - 1 ? '.' : 'd'))}")[..length];
        }
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            text.Append(alphabet[random.Next(alphabet.Length)].ToString());
        }
        return text.ToString();
    }

    public static Rune[] AlphabetOf(bool astral) => Alphabets[astral ? 3 : 0];

    private JsonNode? OfVariant(JsonObject schema, Random random, bool plain, int depth)
    {
        var samples = new[] { schema["example"], schema["default"] }.Concat(schema["examples"] as JsonArray ?? [])
            .Where(sample => sample is not null).ToList();
        if (schema.TryGetPropertyValue("const", out var only))
        {
            return only?.DeepClone();
        }
        if (schema["enum"] is JsonArray values)
        {
            return values[random.Next(values.Count)]?.DeepClone();
        }
        if (samples.Count > 0 && random.Next(schema["pattern"] is null ? 8 : 2) == 0)
        {
            return samples[random.Next(samples.Count)]!.DeepClone();
        }
        return TypeOf(schema, random, plain) switch
        {
            "string" => JsonValue.Create(Text(schema, random, plain, depth)),
            "integer" => Number(schema, random, plain, whole: true),
            "number" => Number(schema, random, plain, whole: false),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "array" => List(schema, random, plain, depth),
            "object" => Members(schema, random, plain, depth),
            _ => null,
        };
    }

    private static string TypeOf(JsonObject schema, Random random, bool plain)
    {
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(type => (string)type!).ToArray(),
            JsonNode one => [(string)one!],
            _ => schema["properties"] is null ? ["string", "integer", "boolean", "object"] : ["object"],
        };
        var solid = types.Where(type => type != "null").ToArray();
        return solid.Length == 0 || (!plain && solid.Length < types.Length && random.Next(5) == 0) ? "null" : solid[random.Next(solid.Length)];
    }

    private string Text(JsonObject schema, Random random, bool plain, int depth)
    {
        if (schema["format"] is { } name && Format.Of((string)name!) is { } format && (plain || random.Next(6) > 0))
        {
            return format.Next(random);
        }
        if (schema["pattern"] is { } pattern && random.Next(2) == 0)
        {
            return check.PatternOf((string)pattern!).Next(random);
        }
        var least = (int?)schema["minLength"] ?? 0;
        var most = (int?)schema["maxLength"] ?? (depth < 2 && !plain && random.Next(4) == 0 ? 5000 : Math.Max(least, 20));
        var length = plain ? random.Next(Math.Max(least, Math.Min(5, most)), Math.Min(most, least + 20) + 1) : random.Next(5) switch
        {
            0 => least,
            1 => most,
            2 => Math.Min(least + 1, most),
            _ => random.Next(least, Math.Min(most, least + 50) + 1),
        };
        return Text(schema, length, random, Alphabets[plain ? 0 : random.Next(Alphabets.Length)]);
    }

    private static JsonNode Number(JsonObject schema, Random random, bool plain, bool whole)
    {
        Exact? Of(string keyword) => schema[keyword] is { } bound ? Exact.Parse(bound.ToJsonString()) : null;
        var range = Format.RangeOf((string?)schema["format"]);
        var step = Of("multipleOf") ?? (whole ? 1 : new Exact(1, -2));
        Exact?[] lows = [Of("minimum"), Of("exclusiveMinimum") is { } above ? above.Floor(step) + step : null, range?.Min, Of("maximum") is null ? -1_000_000 : null];
        Exact?[] highs = [Of("maximum"), Of("exclusiveMaximum") is { } below ? below - step : null, range?.Max];
        // The tightest ones; without any, numbers of everyday size.
        Exact low = lows[..3].Max() ?? highs.Min() - 1_000_000 ?? -1_000_000, high = highs.Min() ?? low + 2_000_000;
        var span = (high - low).Whole;
        var within = low + new Exact(span.IsZero ? 0 : new BigInteger(random.NextInt64()) % (span + 1), 0);
        Exact[] choice = plain ? [within.Floor(step), low.Floor(step) + step, low, high]
            : [low, high, low.Floor(step) + step, high.Floor(step), 0, step, 0 - step, within.Floor(step), within.Floor(step) + step];
        var number = choice[random.Next(choice.Length)].ToString();
        // A number may be spelled in several ways, an integer too.
        var spelled = plain || number.Contains('e', StringComparison.Ordinal) ? number : random.Next(6) switch
        {
            0 => number.Contains('.', StringComparison.Ordinal) ? $"{number}0" : $"{number}.0",
            1 => $"{number}e0",
            2 when number.EndsWith('0') && !number.Contains('.', StringComparison.Ordinal) && number.Length > 1 => $"{number[..^1]}e1",
            _ => number,
        };
        return JsonNode.Parse(spelled)!;
    }

    private JsonArray List(JsonObject schema, Random random, bool plain, int depth)
    {
        var least = (int?)schema["minItems"] ?? 0;
        var most = (int?)schema["maxItems"] ?? Math.Max(least, !plain && depth < 2 && random.Next(6) == 0 ? 150 : 4);
        var count = plain ? Math.Clamp(depth > 4 ? 0 : 2, least, most)
            : depth > 4 ? least : random.Next(4) switch { 0 => least, 1 => most, 2 => Math.Min(least + 1, most), _ => random.Next(least, most + 1) };
        var items = schema["items"] ?? new JsonObject();
        var list = new JsonArray();
        for (var attempt = 0; list.Count < count && attempt < count * 5; attempt++)
        {
            var item = Next(items, random, plain, depth + 1);
            if ((bool?)schema["uniqueItems"] != true || !list.Any(other => JsonNode.DeepEquals(other, item)))
            {
                list.Add(item);
            }
        }
        return list;
    }

    private JsonObject Members(JsonObject schema, Random random, bool plain, int depth)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        var members = new JsonObject();
        var share = random.Next(3);
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || (depth < 5 && (plain || random.Next(2) < share)))
            {
                members[name] = Next(member!, random, plain, depth + 1);
            }
        }
        var others = schema["additionalProperties"];
        if (others is JsonObject)
        {
            for (var i = plain ? 1 : random.Next(4); i > 0; i--)
            {
                members[$"key{i}"] = Next(others, random, plain, depth + 1);
            }
        }
        else if (!plain && random.Next(4) == 0 && others?.GetValueKind() != JsonValueKind.False)
        {
            // Who adds a member to a request first and to the service later must not be refused.
            members["x-unknown"] = random.Next(2) == 0 ? "ignored" : new JsonObject { ["id"] = new JsonArray(1, null) };
        }
        return members;
    }
}
