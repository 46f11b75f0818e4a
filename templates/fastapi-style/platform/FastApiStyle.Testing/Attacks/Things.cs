using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>What calls that succeeded have shown, so that later ones ask for what is there.</summary>
/// <param name="paths">Those of the document.</param>
internal sealed class Things(IEnumerable<string> paths)
{
    private const int Each = 40;
    private const int OfList = 10;

    private readonly List<List<string>> templates =
        [.. paths.Select(SegmentsOf).OrderByDescending(path => path.Count).ThenBy(path => path.Count(Thing.IsParameter))];

    private readonly Dictionary<Operation, Queue<Thing>> shown = [];
    private readonly Dictionary<Operation, Queue<JsonObject>> sent = [];

    public IEnumerable<Thing> All => shown.Values.SelectMany(things => things);

    /// <summary>What other operations have shown.</summary>
    public IEnumerable<Thing> Without(Operation operation) => shown.Where(things => things.Key != operation).SelectMany(things => things.Value);

    /// <summary>Objects that were sent: signing in repeats what signing up said.</summary>
    public IEnumerable<JsonObject> Sent => sent.Values.SelectMany(things => things);

    public void Add(Call call, Answer answer)
    {
        var (template, address) = (SegmentsOf(call.Operation.Path), SegmentsOf(call.Path));
        foreach (var (name, depth, members) in Walk(answer.Json, "", 0))
        {
            Keep(shown, call.Operation, new(template, address, name, depth, members));
        }
        if (answer.Location is { } location && Find(location) is { } created)
        {
            Keep(shown, call.Operation, created);
        }
        foreach (var (_, _, members) in Walk(call.BodyValue, "", 0))
        {
            Keep(sent, call.Operation, members);
        }
    }

    /// <summary>What a path of the document names; a proxy may put something in front of it.</summary>
    private Thing? Find(Uri location)
    {
        var segments = SegmentsOf(location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString.Split('?')[0]);
        return templates.Where(template => template.Count <= segments.Count)
            .Select(template => new Thing(template, [.. segments.TakeLast(template.Count)], "", 0, []))
            .FirstOrDefault(thing => thing.Template.Zip(thing.Address).All(pair => Thing.IsParameter(pair.First) || pair.First == pair.Second));
    }

    private static List<string> SegmentsOf(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];

    private static void Keep<T>(Dictionary<Operation, Queue<T>> all, Operation operation, T one)
    {
        var those = all.TryGetValue(operation, out var known) ? known : all[operation] = [];
        those.Enqueue(one);
        if (those.Count > Each)
        {
            those.Dequeue();
        }
    }

    private static IEnumerable<(string Name, int Depth, JsonObject Members)> Walk(JsonNode? node, string name, int depth) => node switch
    {
        JsonObject members => members.Where(member => member.Value is JsonObject or JsonArray)
            .SelectMany(member => Walk(member.Value, member.Key, depth + 1)).Prepend((name, depth, members)),
        JsonArray list => list.Take(OfList).SelectMany(item => Walk(item, name, depth)),
        _ => [],
    };
}
