using System.Text.Json.Nodes;

namespace FastApiStyle.Testing;

/// <summary>One fault that an error answer lists.</summary>
/// <param name="Place">Its <c>loc</c>: names, and the indices of lists as numbers.</param>
internal sealed record Fault(string Type, IReadOnlyList<object> Place)
{
    public static Fault Of(JsonObject fault) => new($"{fault["type"]}", [.. (fault["loc"] as JsonArray ?? []).Select(PartOf)]);

    /// <summary>Whether it is there, or at something that is held there.</summary>
    public bool IsAt(IReadOnlyList<object> place) => Place.Take(place.Count).SequenceEqual(place);

    public override string ToString() => $"{Type}@{string.Join('.', Place)}";

    private static object PartOf(JsonNode? part) => part is JsonValue value && value.TryGetValue(out int index) ? index : $"{part}";
}
