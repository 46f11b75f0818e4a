using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Whether a service takes what the document allows, and refuses the rest for the reason that it has.</summary>
internal sealed class Expectation(SchemaVariants variants)
{
    public IEnumerable<string> Find(Call call, int status, IReadOnlyList<Fault> faults)
    {
        // The items of a list count as one place.
        var at = string.Concat(faults.Select(fault => $" at {string.Join('.', fault.Place.Select(part => part is int ? "*" : part))}").Distinct().Take(4));
        if (call.Status is not { } expected)
        {
            return IsRefusal(call.Operation, status, faults) ? [$"expected that it is taken, for the document allows it, and got {status}{at}"] : [];
        }
        var broken = call.Place is null ? call.What : $"{call.What} at {string.Join('.', call.Place)}";
        return status != expected ? [$"expected {expected} for {broken}, and got {status}"]
            : call.Place is { } place && !faults.Any(fault => fault.IsAt(place)) ? [$"expected that the 422 names {broken}, and got one{at}"]
            : [];
    }

    /// <summary>Whether a status says that a request is none that the document allows: a 422 may come of rules that no schema states.</summary>
    private bool IsRefusal(Operation operation, int status, IReadOnlyList<Fault> faults) => status is 401 or 405 or 406 or 413 or 415 or 429
        || (status == 422 && !(faults.Count > 0 && faults.All(fault => HasRules(operation, fault))));

    /// <summary>Whether the document says of the place of a fault, or of what holds it, that it has rules beyond a schema.</summary>
    private bool HasRules(Operation operation, Fault fault) => (operation.Json["x-rules"] is not null && fault.Place.Count <= 2)
        || operation.Inputs.Any(input => fault.IsAt(input.Place) && HasRules(input.Schema, [.. fault.Place.Skip(input.Place.Length)]));

    private bool HasRules(JsonNode schema, object[] rest) => variants.Of(schema).Any(variant =>
        (variant["x-rules"] is not null && (variant["properties"] is null || rest.Length <= 1))
        || (rest is [var first, ..]
            && (first is int ? variant["items"] : variant["properties"]?[(string)first] ?? variant["additionalProperties"] as JsonObject) is { } child
            && HasRules(child, rest[1..])));
}
