using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Whether a service takes what the document allows, and refuses the rest for the reason that it has.</summary>
internal sealed class Expectation(SchemaVariants variants)
{
    /// <param name="faults">Those that a 422 lists; null where its format does not say where they are.</param>
    /// <param name="hasSucceeded">Whether the operation has done before what it is for.</param>
    public IEnumerable<string> Find(Call call, int status, IReadOnlyList<Fault>? faults, bool hasSucceeded)
    {
        // The items of a list count as one place.
        var at = string.Concat((faults ?? []).Select(fault => $" at {string.Join('.', fault.Place.Select(part => part is int ? "*" : part))}").Distinct().Take(4));
        if (call.Status is not { } expected)
        {
            return IsRefusal(call, status, faults, hasSucceeded) ? [$"expected that it is taken, for the document allows it, and got {status}{at}"] : [];
        }
        var broken = call.Place is null ? call.What : $"{call.What} at {string.Join('.', call.Place)}";
        // Who is not known is told so by 401; services that say 403 to them document it.
        return status != expected && !(expected == 401 && status == 403 && call.Operation.Documents(403)) ? [$"expected {expected} for {broken}, and got {status}"]
            : call.Place is { } place && faults?.Any(fault => IsNamed(fault, place)) == false ? [$"expected that the 422 names {broken}, and got one{at}"]
            : [];
    }

    private bool IsNamed(Fault fault, IReadOnlyList<object> place) => fault.IsAt(place) || fault.Without(variants.Shapes).IsAt(place) || fault.IsOfShape(place);

    /// <summary>Whether a status says that a request is none that the document allows: a 422 may come of rules that no schema states.</summary>
    private bool IsRefusal(Call call, int status, IReadOnlyList<Fault>? faults, bool hasSucceeded) => status switch
    {
        401 => IsUnknown(call, hasSucceeded),
        405 or 406 or 413 or 415 or 429 => true,
        422 when faults is not null => faults.Count == 0 || !faults.All(fault => HasRules(call.Operation, fault) || HasRules(call.Operation, fault.Without(variants.Shapes))),
        _ => false,
    };

    /// <summary>
    /// Whether a 401 means that the credentials were not taken. It may mean a wrong password where nobody needs to be signed in; and
    /// an operation that has succeeded may have ended the sign-in itself, as that which removes the user.
    /// </summary>
    private static bool IsUnknown(Call call, bool hasSucceeded) => call.Operation.SignIn.Ways.Count > 0
        && call.Credentials switch { Credentials.Own => !hasSucceeded, Credentials.Missing => true, _ => false };

    /// <summary>Whether the document says of the place of a fault, or of what holds it, that it has rules beyond a schema.</summary>
    private bool HasRules(Operation operation, Fault fault) => (operation.Json["x-rules"] is not null && fault.Place.Count <= 2)
        || operation.Inputs.Any(input => fault.IsAt(input.Place) && HasRules(input.Schema, [.. fault.Place.Skip(input.Place.Length)]));

    private bool HasRules(JsonNode schema, object[] rest) => variants.Of(schema).Any(variant =>
        (variant["x-rules"] is not null && (variant["properties"] is null || rest.Length <= 1))
        || (rest is [var first, ..]
            && (first is int ? variant["items"] : variant["properties"]?[(string)first] ?? variant["additionalProperties"] as JsonObject) is { } child
            && HasRules(child, rest[1..])));
}
