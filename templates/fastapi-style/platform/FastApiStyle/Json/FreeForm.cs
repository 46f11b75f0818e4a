using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

/// <summary>
/// JSON that the code takes as it comes: what has the type <see cref="JsonElement"/>, <see cref="JsonNode"/> or object. The serializer
/// does not look into it, and of a text or a name that cannot be decoded finds out when it is written.
/// </summary>
internal static class FreeForm
{
    public static bool Is(Type type) =>
        type.IsAssignableTo(typeof(JsonNode)) || type == typeof(JsonElement) || type == typeof(JsonDocument) || type == typeof(object);

    /// <summary>Whether a value is of the kind that the type names, if it names one.</summary>
    public static bool Fits(JsonElement value, Type type) =>
        type == typeof(JsonObject) ? value.ValueKind == JsonValueKind.Object
        : type == typeof(JsonArray) ? value.ValueKind == JsonValueKind.Array
        : type != typeof(JsonValue) || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    /// <summary>Whether a type is or holds such a value.</summary>
    public static bool IsIn(JsonTypeInfo type) => IsIn(type, []);

    /// <summary>Whether a body is a list or a dictionary of such values. Of them, nobody says whether they may be null, which is one.</summary>
    public static bool IsItemOf(JsonTypeInfo body) => body.ElementType is { } item && Is(item);

    /// <summary>Names what may stand in no body: members of one name, and what is no text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="faults">Those that are known, to which this adds.</param>
    public static void FindFaults(JsonElement value, List<object> place, List<Fault> faults)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when !TypeFaults.IsText(value):
                var (code, msg) = TypeCodes.Unicode(value);
                faults.Add(new(code, [.. place], msg));
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray().TakeWhile(_ => faults.Count <= Fault.Maximum))
                {
                    FindBelow(item, index++, place, faults);
                }
                break;
            case JsonValueKind.Object:
                foreach (var group in SentMembers.Of(value, place, faults).GroupBy(member => member.Name).TakeWhile(_ => faults.Count <= Fault.Maximum))
                {
                    if (group.Skip(1).Any())
                    {
                        faults.Add(TypeFaults.Duplicate([.. place, group.Key]));
                    }
                    else if (TypeFaults.OfName(group.Key, [.. place, group.Key]) is { } fault)
                    {
                        faults.Add(fault);
                    }
                    else
                    {
                        FindBelow(group.First().Value, group.Key, place, faults);
                    }
                }
                break;
        }
    }

    private static void FindBelow(JsonElement value, object part, List<object> place, List<Fault> faults)
    {
        place.Add(part);
        FindFaults(value, place, faults);
        place.RemoveAt(place.Count - 1);
    }

    private static bool IsIn(JsonTypeInfo type, HashSet<Type> seen) => Is(type.Type) || (seen.Add(type.Type)
        && (type.Properties.Select(member => Presence.Of(member).Type)
            .Concat(type.PolymorphismOptions?.DerivedTypes.Select(shape => shape.DerivedType) ?? [])
            .Concat(type.ElementType is { } item ? [Nullable.GetUnderlyingType(item) ?? item] : [])
            .Any(inner => IsIn(type.Options.GetTypeInfo(inner), seen))));
}
