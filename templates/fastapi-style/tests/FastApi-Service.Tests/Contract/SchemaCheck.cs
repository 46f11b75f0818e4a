using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>One keyword that a value does not keep, and where.</summary>
internal sealed record Mismatch(IReadOnlyList<object> Place, string Keyword, string Argument)
{
    public override string ToString() => $"{string.Join('.', Place)} does not keep {Keyword} {Argument}".TrimStart();
}

/// <summary>Whether a JSON value matches a schema. Its vocabulary is what the document uses; a keyword that is not known here fails the test.</summary>
internal sealed class SchemaCheck(Document document)
{
    private static readonly string[] Constraints =
    [
        "$ref", "type", "enum", "const", "not", "allOf", "anyOf", "oneOf", "properties", "required", "additionalProperties", "items", "minItems",
        "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    ];

    private readonly Dictionary<string, Pattern> patterns = [];

    public static bool IsAnnotation(string keyword) => keyword.StartsWith("x-", StringComparison.Ordinal)
        || keyword is "title" or "description" or "default" or "example" or "examples" or "deprecated" or "readOnly" or "writeOnly" or "discriminator";

    public static IEnumerable<string> UnknownKeywords(JsonNode? schema) => (schema as JsonObject ?? []).SelectMany(member => member.Key switch
    {
        "properties" => member.Value!.AsObject().SelectMany(each => UnknownKeywords(each.Value)),
        "allOf" or "anyOf" or "oneOf" => member.Value!.AsArray().SelectMany(UnknownKeywords),
        "not" or "items" or "additionalProperties" => UnknownKeywords(member.Value),
        var keyword => Constraints.Contains(keyword) || IsAnnotation(keyword) ? [] : new[] { keyword },
    });

    public bool Matches(JsonNode schema, JsonNode? value) => !Find(schema, value).Any();

    /// <summary>What does not match. Of several alternatives, the one that comes closest says it.</summary>
    /// <param name="closed">Whether an object may hold only the members that its schema names, as answers must.</param>
    public IEnumerable<Mismatch> Find(JsonNode schema, JsonNode? value, bool closed = false, IReadOnlyList<object>? place = null)
    {
        place ??= [];
        var (variants, onlyOne) = document.Variants(schema);
        var found = variants.Select(variant => OfVariant(variant, value, closed, place).ToList()).ToList();
        return found.Count == 0 ? [new(place, "false", "")]
            : onlyOne && found.Count(each => each.Count == 0) > 1 ? [new(place, "oneOf", "")]
            : found.MinBy(each => each.Count + (each.Any(mismatch => mismatch.Place.Count == place.Count && mismatch.Keyword == "type") ? 1000 : 0))!;
    }

    public Pattern PatternOf(string source) =>
        patterns.TryGetValue(source, out var found) ? found : patterns[source] = new Pattern(source);

    private IEnumerable<Mismatch> OfVariant(JsonObject schema, JsonNode? value, bool closed, IReadOnlyList<object> place)
    {
        var own = schema.Where(member => !Keeps(member.Key, member.Value, value))
            .Select(member => new Mismatch(place, member.Key, member.Value?.ToJsonString() ?? "null"));
        var parts = (schema["allOf"]?.AsArray() ?? []).SelectMany(part => OfVariant(part!.AsObject(), value, false, place));
        return own.Concat(parts).Concat(value switch
        {
            JsonObject members => OfMembers(schema, members, closed, place),
            JsonArray list when schema["items"] is { } items => list.SelectMany((item, index) => Find(items, item, closed, [.. place, index])),
            _ => [],
        });
    }

    private IEnumerable<Mismatch> OfMembers(JsonObject schema, JsonObject members, bool closed, IReadOnlyList<object> place)
    {
        var missing = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name))
            .Select(name => new Mismatch([.. place, name], "required", ""));
        var others = schema["additionalProperties"] ?? (closed && schema["properties"] is not null ? JsonValue.Create(false) : null);
        if (closed && schema["properties"] is not null && others is JsonValue)
        {
            others = JsonValue.Create(false);
        }
        return missing.Concat(members.SelectMany(member =>
            (schema["properties"]?[member.Key] ?? others) is { } known ? Find(known, member.Value, closed, [.. place, member.Key]) : []));
    }

    private bool Keeps(string keyword, JsonNode? argument, JsonNode? value)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? (string)value! : null;
        Exact? number = value?.GetValueKind() == JsonValueKind.Number ? Exact.Parse(value.ToJsonString()) : null;
        var list = value as JsonArray;
        int Count() => (int)Exact.Parse(argument!.ToJsonString()).Whole;
        int Compare() => number!.Value.CompareTo(Exact.Parse(argument!.ToJsonString()));
        return keyword switch
        {
            "type" => (argument is JsonArray types ? [.. types] : new[] { argument }).Any(type => Is((string)type!, value)),
            "enum" => argument!.AsArray().Any(each => JsonNode.DeepEquals(each, value)),
            "const" => JsonNode.DeepEquals(argument, value),
            "not" => !Matches(argument!, value),
            "minLength" => text is null || text.EnumerateRunes().Count() >= Count(),
            "maxLength" => text is null || text.EnumerateRunes().Count() <= Count(),
            "pattern" => text is null || PatternOf((string)argument!).Matches(text),
            "format" when text is not null => Format.Of((string)argument!)?.Allows(text) ?? true,
            "format" when number is { } n => Format.RangeOf((string)argument!) is not var (min, max) || (n.CompareTo(min) >= 0 && n.CompareTo(max) <= 0),
            "minimum" => number is null || Compare() >= 0,
            "maximum" => number is null || Compare() <= 0,
            "exclusiveMinimum" => number is null || Compare() > 0,
            "exclusiveMaximum" => number is null || Compare() < 0,
            "multipleOf" => number is null || number.Value.IsMultipleOf(Exact.Parse(argument!.ToJsonString())),
            "minItems" => list is null || list.Count >= Count(),
            "maxItems" => list is null || list.Count <= Count(),
            "uniqueItems" => list is null || !(bool)argument! || !list.Where((item, index) => list.Take(index).Any(other => JsonNode.DeepEquals(item, other))).Any(),
            "format" or "properties" or "required" or "additionalProperties" or "items" or "allOf" => true,
            _ => IsAnnotation(keyword) ? true
                : throw new InvalidOperationException($"The document uses '{keyword}', which this test does not know: teach it in SchemaCheck.cs."),
        };
    }

    private static bool Is(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("array", JsonValueKind.Array) or ("object", JsonValueKind.Object) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => Exact.Parse(value!.ToJsonString()).IsInteger,
        _ => false,
    };
}
