using System.Globalization;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing;

/// <summary>One fault that an error answer lists.</summary>
/// <param name="Place">Its <c>loc</c>: names, and the indices of lists as numbers.</param>
internal sealed record Fault(string Type, IReadOnlyList<object> Place)
{
    public static Fault Of(JsonObject fault) => new($"{fault["type"]}", [.. (fault["loc"] as JsonArray ?? []).Select(PartOf)]);

    /// <summary>One of which the place alone is known: <c>body.tags.0</c>.</summary>
    public static Fault At(string place) => new("", [.. place.Split('.').Select(part => (object)(int.TryParse(part, CultureInfo.InvariantCulture, out var index) ? index : part))]);

    /// <summary>Whether it is there, or at something that is held there.</summary>
    public bool IsAt(IReadOnlyList<object> place) => Place.Take(place.Count).SequenceEqual(place);

    /// <summary>The same where the document has it, in which the name of a shape is no place, and what says the shape is a member.</summary>
    public Fault Without(IReadOnlySet<string> shapes) => this with { Place = [.. Place.Where((part, index) => index < 2 || part is not string name || !shapes.Contains(name))] };

    /// <summary>Whether the member of a place would say which shape an object has, and this is that it does not.</summary>
    public bool IsOfShape(IReadOnlyList<object> place) => Type.StartsWith("union_tag", StringComparison.Ordinal) && Place.SequenceEqual(place.SkipLast(1));

    public override string ToString() => $"{Type}@{string.Join('.', Place)}";

    private static object PartOf(JsonNode? part) => part is JsonValue value && value.TryGetValue(out int index) ? index : $"{part}";
}
