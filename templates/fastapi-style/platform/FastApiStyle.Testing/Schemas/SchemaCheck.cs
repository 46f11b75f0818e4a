using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>One keyword that a value does not keep, and where.</summary>
internal sealed record Mismatch(IReadOnlyList<object> Place, string Keyword, string Argument)
{
    public override string ToString() =>
        (Keyword == "false" ? $"{string.Join('.', Place)} is not in the schema" : $"{string.Join('.', Place)} does not keep {Keyword} {Argument}").Trim();
}

/// <summary>Whether a JSON value matches a schema.</summary>
internal sealed class SchemaCheck(SchemaVariants variants)
{
    public bool Matches(JsonNode schema, JsonNode? value) => !Find(schema, value).Any();

    /// <summary>What does not match. Of several alternatives, the one that comes closest says it.</summary>
    /// <param name="closed">Whether an object may hold only the members that its schema names, as answers must.</param>
    public IEnumerable<Mismatch> Find(JsonNode schema, JsonNode? value, bool closed = false, IReadOnlyList<object>? place = null) =>
        variants.Of(schema).Select(variant => OfVariant(variant, value, closed, place ?? []).ToList())
            .MinBy(found => found.Count + (found.Any(mismatch => mismatch.Place.Count == (place?.Count ?? 0) && mismatch.Keyword == "type") ? 1000 : 0))
        ?? [new(place ?? [], "false", "")];

    private IEnumerable<Mismatch> OfVariant(JsonObject schema, JsonNode? value, bool closed, IReadOnlyList<object> place)
    {
        var own = schema.Where(member => !Keeps(member.Key, member.Value, value))
            .Select(member => new Mismatch(place, member.Key, member.Value?.ToJsonString() ?? "null"));
        var parts = (schema["allOf"] as JsonArray ?? []).SelectMany(part => OfVariant(part!.AsObject(), value, false, place));
        return own.Concat(parts).Concat(value switch
        {
            JsonObject members => OfMembers(schema, members, closed, place),
            JsonArray list when schema["items"] is { } items => list.SelectMany((item, index) => Find(items, item, closed, [.. place, index])),
            _ => [],
        });
    }

    private IEnumerable<Mismatch> OfMembers(JsonObject schema, JsonObject members, bool closed, IReadOnlyList<object> place)
    {
        var named = schema["properties"] as JsonObject;
        var others = schema["additionalProperties"];
        others = closed && named is not null && others is not JsonObject { Count: > 0 } ? false : others;
        return schema["required"].Strings().Where(name => !members.ContainsKey(name))
            .Select(name => new Mismatch([.. place, name], "required", ""))
            .Concat(members.SelectMany(member =>
                (named?[member.Key] ?? others) is { } known ? Find(known, member.Value, closed, [.. place, member.Key]) : []));
    }

    private bool Keeps(string keyword, JsonNode? argument, JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        return (kind, keyword) switch
        {
            (_, "type") => argument.Strings().Any(type => Is(type, kind, value)),
            (_, "enum") => argument!.AsArray().Any(each => JsonNode.DeepEquals(each, value)),
            (_, "const") => JsonNode.DeepEquals(argument, value),
            (_, "not") => !Matches(argument!, value),
            (JsonValueKind.String, "minLength") => ((string)value!).EnumerateRunes().Count() >= (int)argument!,
            (JsonValueKind.String, "maxLength") => ((string)value!).EnumerateRunes().Count() <= (int)argument!,
            (JsonValueKind.String, "pattern") => Pattern.Of((string)argument!).Matches((string)value!),
            (JsonValueKind.String, "format") => Format.Of((string)argument!)?.Allows((string)value!) ?? true,
            (JsonValueKind.Number, "format") => NumberFormat.Of(argument)?.Allows(value!) ?? true,
            (JsonValueKind.Number, "minimum") => value!.CompareNumber(argument!) >= 0,
            (JsonValueKind.Number, "maximum") => value!.CompareNumber(argument!) <= 0,
            (JsonValueKind.Number, "exclusiveMinimum") => value!.CompareNumber(argument!) > 0,
            (JsonValueKind.Number, "exclusiveMaximum") => value!.CompareNumber(argument!) < 0,
            (JsonValueKind.Number, "multipleOf") => value.ToDecimal() is not { } number || number % argument.ToDecimal() == 0,
            (JsonValueKind.Array, "minItems") => value!.AsArray().Count >= (int)argument!,
            (JsonValueKind.Array, "maxItems") => value!.AsArray().Count <= (int)argument!,
            (JsonValueKind.Array, "uniqueItems") => !(bool)argument! || !HasTwice(value!.AsArray()),
            _ => true,
        };
    }

    private static bool HasTwice(JsonArray list) => list.Index().Any(each => list.Take(each.Index).Any(other => JsonNode.DeepEquals(other, each.Item)));

    private static bool Is(string type, JsonValueKind kind, JsonNode? value) => type switch
    {
        "integer" => kind == JsonValueKind.Number && (value.ToDecimal() is not { } number || number == decimal.Truncate(number)),
        // In no text, which the document says once for all of them.
        "string" => kind == JsonValueKind.String && !((string)value!).Contains('\0', StringComparison.Ordinal),
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        _ => kind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase),
    };
}
