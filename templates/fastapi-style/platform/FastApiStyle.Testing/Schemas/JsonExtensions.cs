using System.Globalization;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>What is often asked of the JSON of a schema or of a value.</summary>
internal static class JsonExtensions
{
    /// <summary>The texts of a list; a single text is a list of one.</summary>
    public static IEnumerable<string> Strings(this JsonNode? node) => node switch
    {
        JsonArray list => list.Select(each => (string)each!),
        JsonValue text => [(string)text!],
        _ => [],
    };

    /// <summary>Whether a schema is that of a file, or of a list of some.</summary>
    public static bool IsFile(this JsonNode schema) => (string?)(schema["items"] ?? schema)["format"] == "binary";

    /// <summary>A copy with only some members.</summary>
    public static JsonObject Only(this JsonObject members, Predicate<string> keep) => new(members.Where(member => keep(member.Key))
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    /// <summary>A copy with one member more, or with another value of it.</summary>
    public static JsonObject With(this JsonObject members, string name, JsonNode? value)
    {
        var changed = members.DeepClone().AsObject();
        changed[name] = value?.DeepClone();
        return changed;
    }

    /// <summary>Null for what is no number, or one too large for a decimal.</summary>
    public static decimal? ToDecimal(this JsonNode? number) =>
        decimal.TryParse(number?.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Less than, equal to or greater than zero; exact as far as a decimal is.</summary>
    public static int CompareNumber(this JsonNode left, JsonNode right) => left.ToDecimal() is { } a && right.ToDecimal() is { } b
        ? a.CompareTo(b)
        : double.Parse(left.ToJsonString(), CultureInfo.InvariantCulture).CompareTo(double.Parse(right.ToJsonString(), CultureInfo.InvariantCulture));
}
