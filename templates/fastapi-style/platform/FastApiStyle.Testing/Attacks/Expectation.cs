using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Whether a service takes what the document allows, and refuses the rest for the reason that it has.</summary>
/// <param name="shapes">The tags of all types of several shapes.</param>
internal sealed class Expectation(SchemaVariants variants, IReadOnlySet<string> shapes)
{
    private static readonly HashSet<string> StatedKinds =
    [
        "missing", "enum", "string_too_short", "string_too_long", "string_pattern_mismatch", "too_short", "too_long",
        "greater_than", "greater_than_equal", "less_than", "less_than_equal", "multiple_of",
    ];

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
        return status != expected && !(expected == 401 && status == 403 && MayForbid(call)) ? [$"expected {expected} for {broken}, and got {status}"]
            : call.Place is { } place && faults?.Any(fault => Names(fault, place)) == false ? [$"expected that the 422 names {broken}, and got one{at}"]
            : [];
    }

    /// <summary>
    /// Whether a fault is at a place. Inside a value of several shapes, Pydantic names the shape that was meant on the way; where
    /// nothing tells the shape, it names the value.
    /// </summary>
    private bool Names(Fault fault, IReadOnlyList<object> place) =>
        fault.IsAt(place) || WithoutShapes(fault).IsAt(place)
        || (fault.Type.StartsWith("union_tag", StringComparison.Ordinal) && WithoutShapes(fault).Place.SequenceEqual(place.SkipLast(1)));

    private Fault WithoutShapes(Fault fault) =>
        fault with { Place = [.. fault.Place.Where((part, index) => index == 0 || part is not string name || !shapes.Contains(name))] };

    /// <summary>Whether a 403 may say that nobody knows who is asking, where a 401 is expected: some services say it to forged credentials, some to all.</summary>
    private static bool MayForbid(Call call) =>
        call.Operation.Documents(403) && (call.Credentials == Credentials.Forged || !call.Operation.Documents(401));

    /// <summary>Whether a status says that a request is none that the document allows: a 422 may come of rules that no schema states.</summary>
    private bool IsRefusal(Call call, int status, IReadOnlyList<Fault>? faults, bool hasSucceeded) => status switch
    {
        401 => IsUnknown(call, hasSucceeded),
        405 or 406 or 413 or 415 or 429 => true,
        422 when faults is not null => faults.Count == 0 || !faults.All(fault => HasRules(call.Operation, fault) || HasRules(call.Operation, WithoutShapes(fault))),
        _ => false,
    };

    /// <summary>
    /// Whether a 401 means that the credentials were not taken. It may mean a wrong password where nobody needs to be signed in; and
    /// an operation that has succeeded may have ended the sign-in itself, as that which removes the user.
    /// </summary>
    private static bool IsUnknown(Call call, bool hasSucceeded) => call.Operation.SignIn.Ways.Count > 0
        && call.Credentials switch { Credentials.Own => !hasSucceeded, Credentials.Missing => true, _ => false };

    /// <summary>Whether the document says of the place of a fault, or of what holds it, that it has rules beyond a schema.</summary>
    private bool HasRules(Operation operation, Fault fault) => (operation.Json["x-rules"] is not null && !IsHidden(fault))
        || operation.Inputs.Any(input => fault.IsAt(input.Place) && HasRules(input.Schema, [.. fault.Place.Skip(input.Place.Length)]));

    /// <summary>
    /// Whether a fault inside of a body is of a kind that schemas state. What only the service knows is of another kind, and what an
    /// operation says of its rules cannot stand for those of all that it holds.
    /// </summary>
    private static bool IsHidden(Fault fault) => fault.Place.Count > 2 && StatedKinds.Contains(fault.Type);

    private bool HasRules(JsonNode schema, object[] rest) => variants.Of(schema).Any(variant =>
        (variant["x-rules"] is not null && (variant["properties"] is null || rest.Length <= 1))
        || (rest is [var first, ..]
            && (first is int ? variant["items"] : variant["properties"]?[(string)first] ?? variant["additionalProperties"] as JsonObject) is { } child
            && HasRules(child, rest[1..])));
}
