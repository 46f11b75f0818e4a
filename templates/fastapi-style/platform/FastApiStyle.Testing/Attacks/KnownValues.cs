using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Values that mean something to the service: what its owner gives, and what it has shown.</summary>
internal sealed class KnownValues(Operation operation, IReadOnlyList<Gift> gifts, Things things, SchemaCheck check, Random random)
{
    // Further away, it is but an identifier of something.
    private const int Near = 10;

    private readonly IReadOnlyList<IReadOnlyDictionary<string, JsonNode?>> paths = new PathValues(operation, things).Best;
    private readonly Dictionary<string, List<JsonNode>> references = [];

    /// <summary>Values for the parameters of the path that name one thing; empty where none is known.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Path() => paths.Count > 0 ? random.Pick(paths) : new Dictionary<string, JsonNode?>();

    /// <summary>What the owner gives for an input, or for a member of one; null where nothing is given.</summary>
    /// <param name="fits">Whether a value can be sent there.</param>
    public JsonNode? Given(string name, Predicate<JsonNode?> fits)
    {
        var given = gifts.SelectMany(gift => gift.For(operation, name).Select(value => (Gift: gift, Value: value))).Where(each => fits(each.Value)).ToList();
        if (given.Count == 0)
        {
            return null;
        }
        // What is given for one operation alone goes before what is given for all.
        var special = given.FindAll(each => each.Gift.Input != name);
        var (gift, value) = random.Pick(special.Count > 0 ? special : given);
        gift.IsUsed = true;
        return value?.DeepClone();
    }

    /// <summary>Often, the identifier of something that there is, where a name refers to it as <c>customerId</c> does.</summary>
    public JsonNode? Reference(string? name)
    {
        if (name is null || Names.KindOfId(name) is not { } kind)
        {
            return null;
        }
        if (!references.TryGetValue(name, out var values))
        {
            // What the operation itself answers may but repeat what it was sent.
            values = references[name] = [.. things.Without(operation).Select(thing => thing.Find(name, kind))
                .Where(found => found?.Distance < Near).Select(found => found!.Value.Value)];
        }
        return values.Count > 0 && random.Next(4) > 0 ? random.Pick(values).DeepClone() : null;
    }

    /// <summary>For a member of a body.</summary>
    public JsonNode? Member(string name, JsonNode schema) => Given(name, value => check.Matches(schema, value))
        ?? (Reference(name) is { } reference && check.Matches(schema, reference) ? reference : null);
}
