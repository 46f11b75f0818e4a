using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Values that are sent outside of JSON: as the text of a parameter or of a form's field, a list as several.</summary>
internal static class Texts
{
    /// <summary>Of a number, the plainest spelling.</summary>
    public static IEnumerable<string> Of(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list.SelectMany(Of),
        _ when value.GetValueKind() == JsonValueKind.String => [(string)value!],
        _ => [value.ToDecimal()?.ToString("0.############################", CultureInfo.InvariantCulture) ?? value.ToJsonString()],
    };

    /// <summary>What a text means, to a schema that has no strings.</summary>
    public static JsonNode? Parse(string text)
    {
        try
        {
            return text.Trim() == text && JsonNode.Parse(text) is JsonValue value && value.GetValueKind() != JsonValueKind.String ? value : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>Whether a value can be sent there and is the same when it comes back.</summary>
    public static bool CanCarry(Input input, JsonNode? value) => input.Name is null || (value is JsonArray list
        ? list.Count > 0 && list.All(item => item is JsonValue && CanCarry(input, item))
        : value is JsonValue && Of(value).Single() is var text && input.Source switch
        {
            // No path has an empty segment, and a slash in one is not decoded.
            "path" => text is not ("" or "." or "..") && !text.AsSpan().ContainsAny("/\0"),
            "header" => text.Length > 0 && text.Trim() == text && text.All(letter => letter is >= ' ' and <= '~'),
            "cookie" => text.Length > 0 && Uri.EscapeDataString(text).Length < 2000,
            // The address of a request is not endless.
            "query" => Uri.EscapeDataString(text).Length < 2000,
            // A part of a form loses a byte order mark.
            _ => !text.StartsWith('\uFEFF'),
        });
}
