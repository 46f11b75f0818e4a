using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>Values that may break a keyword of a schema; who takes one checks that it does.</summary>
internal sealed class BreakingValues(SchemaValues values, Random random)
{
    private static readonly string[] Strange = ["", " ", "text", "TEXT", "17", "-", "\u0085", "😀", "漢字", " \t\n"];

    private static readonly decimal[] PartsOfStep = [0.1m, 0.5m];

    private readonly SchemaTexts texts = new(random);

    public IEnumerable<JsonNode?> Of(string keyword, JsonNode argument, JsonObject schema) => keyword switch
    {
        "type" => [.. Parse("null", "true", "17", "1.5", "[]", "{}", "[1]", """{"a":1}"""), "", "text", "17", "true", "null", "NaN", "0x10", "1,000",
            .. schema.IsFile() ? Array.Empty<JsonNode?>() : ["a\u0000b"]],
        "enum" => [.. argument.AsArray().Select(each => $"{each}")
            .SelectMany(each => new[] { each.ToLowerInvariant(), each.ToUpperInvariant(), $"{each} ", $"{each},{each}" }), "no such value", "", "0", "1", 987654],
        "const" => Parse("null", "false", "987654", "\"no such value\""),
        "not" => (argument["anyOf"] as JsonArray ?? [argument.DeepClone()]).SelectMany(not => (not!["enum"] as JsonArray ?? []).Append(not["const"])
            .Concat(Near(not["pattern"], text => [text, $"ab{text}cd"]))),
        "minLength" => OfLength(schema, Math.Max((int)argument - 1, 0)),
        "maxLength" when (int)argument < 100_000 => OfLength(schema, (int)argument + 1),
        "format" when NumberFormat.Of(argument) is var (least, most) => [.. Beyond(least, -1, schema), .. Beyond(most, 1, schema)],
        "format" => Texts([.. Format.Of((string)argument!)?.Faults ?? [], .. Strange]),
        "pattern" => Near(argument, text => [$"{text}\n", $" {text}", text.ToLowerInvariant(), text + text]).Concat(Texts(Strange)),
        "minimum" or "exclusiveMinimum" => Beyond(argument, -1, schema),
        "maximum" or "exclusiveMaximum" => Beyond(argument, 1, schema),
        "multipleOf" => PartsOfStep.Select(part => (JsonNode?)(values.Next(schema, plain: true).ToDecimal() + (part * argument.ToDecimal()))),
        "minItems" when (int)argument > 0 => [OfCount(schema, (int)argument - 1)],
        "maxItems" when (int)argument < 10_000 => [OfCount(schema, (int)argument + 1)],
        "uniqueItems" when OfCount(schema, 1) is var one => [new JsonArray(one[0]?.DeepClone(), one[0]?.DeepClone())],
        _ => [],
    };

    /// <summary>Whether there is a value that breaks a keyword and can be sent.</summary>
    public static bool Exist(string keyword, JsonNode? argument) => keyword switch
    {
        "minLength" or "minItems" => (int)argument! > 0,
        "maxLength" or "maxItems" => (int)argument! < 10_000,
        "uniqueItems" => (bool)argument!,
        "format" => NumberFormat.Of(argument) is not null || Format.Of((string)argument!) is not null,
        "properties" or "required" or "items" or "additionalProperties" or "allOf" => false,
        _ => !Keywords.IsAnnotation(keyword),
    };

    /// <summary>What is just past a bound, and what many types cannot hold.</summary>
    private static IEnumerable<JsonNode?> Beyond(JsonNode bound, int sign, JsonObject schema)
    {
        var step = schema["multipleOf"].ToDecimal() ?? 1;
        var near = bound.ToDecimal() is { } number && Math.Abs(number) < 1e27m
            ? new[] { number, number + (sign * step), (Math.Floor(number / step) + sign) * step, number + (sign * 0.01m) } : [];
        return near.Select(each => (JsonNode?)each).Concat(sign < 0 ? Parse("-1e400", "-1e35") : Parse("1e400", "1e35"));
    }

    private IEnumerable<JsonNode?> Near(JsonNode? pattern, Func<string, string[]> change) =>
        pattern is null ? [] : Texts(Enumerable.Range(0, 4).SelectMany(_ => change(Pattern.Of((string)pattern!).Next(random))));

    private IEnumerable<JsonNode?> OfLength(JsonObject schema, int length) =>
        Texts(new[] { SchemaTexts.Letters, SchemaTexts.Emoji }.Select(alphabet => texts.OfLength(length, alphabet, schema)));

    private JsonArray OfCount(JsonObject schema, int count) =>
        values.Next(schema.With("minItems", count).With("maxItems", count).With("type", "array"), plain: true)!.AsArray();

    private static IEnumerable<JsonNode?> Texts(IEnumerable<string> texts) => texts.Select(text => (JsonNode?)text);

    private static IEnumerable<JsonNode?> Parse(params string[] json) => json.Select(each => JsonNode.Parse(each));
}
