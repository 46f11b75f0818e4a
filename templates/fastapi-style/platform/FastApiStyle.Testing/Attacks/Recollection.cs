using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Inputs as they were sent elsewhere: who signs in says what they said when they signed up.</summary>
internal sealed class Recollection(Operation operation, SchemaVariants variants, SchemaCheck check, Things things, Random random)
{
    /// <summary>The least inputs with a body that was sent; null where nothing of the kind was.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)>? Of(IReadOnlyList<(Input Input, JsonNode? Value)> least)
    {
        var fields = least.Where(each => each.Input is { Source: "body", Name: not null }).Select(each => each.Input.Name!).ToList();
        var body = operation.Inputs.FirstOrDefault(input => input.Name is null) is { } json ? OfSchema(json.Schema) : Find(fields);
        return body is null ? null
            : [.. least.Select(each => (each.Input, each.Input.Name is null ? body : body[each.Input.Name]?.DeepClone() ?? each.Value))];
    }

    private JsonObject? OfSchema(JsonNode schema, int depth = 0)
    {
        if (depth > 3 || variants.Of(schema) is not [var only] || only["properties"] is not JsonObject members)
        {
            return null;
        }
        var required = only["required"].Strings().ToList();
        if (Find(required) is { } sent && check.Matches(schema, sent))
        {
            return sent;
        }
        var held = required.Select(name => KeyValuePair.Create(name, (JsonNode?)OfSchema(members[name] ?? true, depth + 1))).ToList();
        return held.Count > 0 && held.TrueForAll(member => member.Value is not null) ? new JsonObject(held) : null;
    }

    /// <summary>These members of one object that was sent; null where none had all of them.</summary>
    private JsonObject? Find(List<string> names)
    {
        var whole = things.Sent
            .Select(sent => names.Select(name => KeyValuePair.Create(name, ValueIn(sent, name)?.DeepClone())).ToList())
            .Where(found => found.Count > 0 && found.TrueForAll(member => member.Value is not null)).ToList();
        return whole.Count > 0 ? new JsonObject(random.Pick(whole)) : null;
    }

    // OAuth 2.0 calls it a username, whatever it is.
    private static JsonValue? ValueIn(JsonObject sent, string name) => sent.FirstOrDefault(member => Names.IsSame(member.Key, name)).Value as JsonValue
        ?? (name == "username" ? ValueIn(sent, "email") : null);
}
