using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Values for the parameters of a path that name something that exists, all of them the same thing.</summary>
internal sealed class PathValues
{
    private const int Missing = 100;

    private readonly string[] segments;

    public PathValues(Operation operation, Things things)
    {
        segments = operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var found = things.All.Select(Of).Where(each => each.Values.Count > 0).ToList();
        var best = found.Count == 0 ? 0 : found.Min(each => each.Distance);
        Best = [.. found.Where(each => each.Distance == best).Select(each => each.Values)];
    }

    /// <summary>Each by the names of the parameters; of those that are known, those that fit best.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, JsonNode?>> Best { get; }

    private (int Distance, Dictionary<string, JsonNode?> Values) Of(Thing thing)
    {
        var (distance, values) = (0, new Dictionary<string, JsonNode?>());
        foreach (var (index, segment) in segments.Index().Where(each => Thing.IsParameter(each.Item)))
        {
            var name = segment.Trim('{', '}');
            (JsonNode Value, int Distance)? found = thing.SegmentAt(segments[..(index + 1)]) is { } text
                ? (text, 0) : thing.Find(name, index > 0 ? segments[index - 1] : "");
            distance += found?.Distance ?? Missing;
            if (found is var (value, _))
            {
                values[name] = value;
            }
        }
        return (distance, values);
    }
}
