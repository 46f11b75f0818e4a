using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Something that exists, as an answer has shown.</summary>
/// <param name="Template">The segments of the path as the document has it.</param>
/// <param name="Address">The same as it was asked for, or as a <c>Location</c> named it.</param>
/// <param name="Name">Of the member or of the list that held it; empty for the answer itself.</param>
/// <param name="Depth">How many objects stand around it.</param>
internal sealed record Thing(IReadOnlyList<string> Template, IReadOnlyList<string> Address, string Name, int Depth, JsonObject Members)
{
    /// <summary>So far is it from what was looked for where nothing says that it is of that kind; the best is 0.</summary>
    private const int Stranger = 50;

    /// <summary>What its address has for the last segment of a path, where they are the same so far.</summary>
    public string? SegmentAt(IReadOnlyList<string> path) =>
        Address.Count >= path.Count && path.Zip(Template).All(pair => IsParameter(pair.First) ? IsParameter(pair.Second) : pair.First == pair.Second)
            ? Address[path.Count - 1] : null;

    public static bool IsParameter(string segment) => segment.StartsWith('{');

    /// <summary>The member that an input of a name asks for, where it asks for a thing of a kind.</summary>
    /// <param name="name">The name of the input: <c>id</c>, <c>slug</c>, <c>item_id</c>.</param>
    /// <param name="kind">What the path names in front of it, as <c>items</c>; empty where nothing says it.</param>
    public (JsonNode Value, int Distance)? Find(string name, string kind)
    {
        (JsonNode Value, int Distance)? best = null;
        foreach (var (member, value) in Members)
        {
            if (value is JsonValue && DistanceOf(member, name, Names.Plain(kind)) is { } distance && !(best?.Distance <= distance))
            {
                best = (value, distance);
            }
        }
        return best;
    }

    private int? DistanceOf(string member, string name, string kind) => (Names.Plain(member), Names.Plain(name)) switch
    {
        ("id", "id") => DistanceTo(kind),
        ("id", _) when Names.KindOfId(name) is { } named => Math.Min(DistanceTo(named), DistanceTo(kind)),
        var (plain, wanted) when plain == wanted => Math.Min(DistanceTo(kind), 2),
        // What names itself in full: itemId where {id} is asked for behind items, articleSlug where it is {slug}.
        var (plain, wanted) when plain.EndsWith(wanted, StringComparison.Ordinal) && Names.IsSameKind(plain[..^wanted.Length], kind) => 1,
        _ => null,
    };

    private int DistanceTo(string kind)
    {
        var isNamed = Names.IsSameKind(Names.Plain(Name), kind);
        var isAtAddress = Depth <= 1 && Address.TakeLast(2).Any(segment => Names.IsSameKind(Names.Plain(segment), kind));
        // A page of anything may call its list items.
        return isNamed ? (isAtAddress ? 0 : 1)
            : isAtAddress ? Depth
            : Stranger;
    }
}
