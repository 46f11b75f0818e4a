using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Documents;

/// <summary>Where two documents differ, each place as a JSON pointer.</summary>
internal static class Difference
{
    public static IEnumerable<string> Of(JsonNode? before, JsonNode? after, string pointer = "") => (before, after) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .SelectMany(name => Of(left[name], right[name], $"{pointer}/{Escape(name)}")),
        (JsonArray left, JsonArray right) => Enumerable.Range(0, Math.Max(left.Count, right.Count))
            .SelectMany(index => Of(left.ElementAtOrDefault(index), right.ElementAtOrDefault(index), $"{pointer}/{index}")),
        _ => JsonNode.DeepEquals(before, after) ? [] : [$"{pointer}: {Short(before)} → {Short(after)}"],
    };

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Short(JsonNode? value) => value is null ? "nothing" : Excerpt.Of(value.ToJsonString(), 100);
}
