using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>A value that breaks one keyword at one place.</summary>
internal sealed record SchemaFault(IReadOnlyList<object> Place, string Keyword, JsonNode? Value);

/// <summary>Breaks each constraint of a schema, one at a time.</summary>
internal sealed class SchemaFaults(SchemaVariants variants, SchemaCheck check, SchemaValues values, Random random)
{
    private readonly BreakingValues breakingValues = new(values, random);

    /// <summary>Constraints that no value was found to break: nothing would tell whether the service keeps them.</summary>
    public HashSet<string> Unbroken { get; } = [];

    public IEnumerable<SchemaFault> Of(JsonNode schema, int depth = 0)
    {
        var alternatives = variants.Of(schema);
        return depth > 4 ? [] : alternatives
            .Where(variant => alternatives.Count == 1 || !variant["type"].Strings().SequenceEqual(["null"]))
            .SelectMany(variant => OfKeywords(variant, alternatives.Count == 1).Concat(OfMembers(variant, depth)).Concat(OfItems(variant, depth)))
            .Where(fault => alternatives.Count == 1 || !check.Matches(schema, fault.Value));
    }

    private IEnumerable<SchemaFault> OfKeywords(JsonObject schema, bool alone)
    {
        foreach (var (keyword, argument) in schema.Concat((schema["allOf"] as JsonArray ?? []).SelectMany(part => part!.AsObject())))
        {
            var breaking = breakingValues.Of(keyword, argument!, schema)
                .Select(value => (Value: value, Broken: check.Find(schema, value).Where(mismatch => mismatch.Place.Count == 0).ToList()))
                .Where(candidate => candidate.Broken.Any(mismatch => mismatch.Keyword == keyword))
                .ToList();
            // Best one that breaks nothing else, so that no other rule can refuse it in its stead.
            var only = breaking.Where(candidate => candidate.Broken.Count == 1).ToList();
            foreach (var (value, _) in only.Count > 0 ? only : breaking)
            {
                yield return new([], keyword, value);
            }
            if (breaking.Count == 0 && alone && BreakingValues.Exist(keyword, argument))
            {
                Unbroken.Add($"{keyword} {argument!.ToJsonString()}");
            }
        }
    }

    private IEnumerable<SchemaFault> OfMembers(JsonObject schema, int depth)
    {
        if (schema["properties"] is null && schema["additionalProperties"] is null)
        {
            yield break;
        }
        var whole = values.Next(schema, plain: true, depth)!.AsObject();
        foreach (var name in schema["required"].Strings())
        {
            yield return new([name], "required", whole.Only(member => member != name));
        }
        foreach (var name in whole.Select(member => member.Key))
        {
            foreach (var fault in Of(schema["properties"]?[name] ?? schema["additionalProperties"] ?? true, depth + 1))
            {
                yield return new([name, .. fault.Place], fault.Keyword, whole.With(name, fault.Value));
            }
        }
        if (schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
        {
            yield return new(["x-unknown"], "additionalProperties", whole.With("x-unknown", 1));
        }
    }

    private IEnumerable<SchemaFault> OfItems(JsonObject schema, int depth)
    {
        if (schema["items"] is not { } items || (int?)schema["maxItems"] == 0)
        {
            return [];
        }
        var start = (values.Next(schema, plain: true, depth) as JsonArray ?? []).SkipLast(1).ToList();
        return Of(items, depth + 1).Select(fault => new SchemaFault(
            [start.Count, .. fault.Place], fault.Keyword, new JsonArray([.. start.Append(fault.Value).Select(item => item?.DeepClone())])));
    }
}
