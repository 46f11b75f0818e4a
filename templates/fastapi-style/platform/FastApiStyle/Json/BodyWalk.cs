using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

/// <summary>Walks a body beside the type that it should have been, names what does not fit, and writes down the rest.</summary>
internal sealed class BodyWalk(Utf8JsonWriter writer)
{
    private readonly List<object> place = ["body"];

    public List<Fault> Faults { get; } = [];

    /// <summary>For each list that lost items, where those that are left stood.</summary>
    public Dictionary<string, List<int>> KeptItems { get; } = [];

    // No answer lists more.
    private bool IsFull => Faults.Count > Fault.Maximum;

    public void Take(JsonElement body, JsonTypeInfo type) =>
        TakeValue(null, body, type, allowsNull: false, FreeForm.IsItemOf(type));

    /// <returns>Whether it fits, so that it was written.</returns>
    private bool TakeValue(string? name, JsonElement value, JsonTypeInfo type, bool allowsNull, bool allowsNullItems)
    {
        var isContainer = (type.Kind, value.ValueKind) is (JsonTypeInfoKind.Enumerable, JsonValueKind.Array)
            or (JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary, JsonValueKind.Object);
        value = TypeFaults.Respell(value, type.Type);
        Shape? shape = null;
        var fault = isContainer && type.PolymorphismOptions is not null ? Shapes.Find(value, type, place, out shape)
            : value.ValueKind == JsonValueKind.Null ? (allowsNull ? null : TypeFaults.OfJson(value, type, [.. place]))
            : isContainer || TypeFaults.Fits(value, type) ? null
            : TypeFaults.OfJson(value, type, [.. place]);
        if (fault is not null)
        {
            Faults.Add(fault);
            return false;
        }
        var known = Faults.Count;
        if (FreeForm.Is(type.Type) && value.ValueKind != JsonValueKind.Null)
        {
            FreeForm.FindFaults(value, place, Faults);
        }
        if (Faults.Count > known)
        {
            return false;
        }
        if (name is not null)
        {
            writer.WritePropertyName(name);
        }
        switch (isContainer ? type.Kind : JsonTypeInfoKind.None)
        {
            case JsonTypeInfoKind.Object:
                TakeMembers(value, shape is null ? type : type.Options.GetTypeInfo(shape.Type), shape);
                break;
            case JsonTypeInfoKind.Enumerable:
                TakeItems(value, type, allowsNullItems);
                break;
            case JsonTypeInfoKind.Dictionary:
                TakeEntries(value, type, allowsNullItems);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
        return true;
    }

    private void TakeMembers(JsonElement value, JsonTypeInfo type, Shape? shape)
    {
        writer.WriteStartObject();
        if (shape?.Tag is { } tag)
        {
            shape.WriteTo(writer);
            place.Add(tag);
        }
        var sent = SentMembers.Known(value, type, place, Faults);
        foreach (var member in type.Properties.TakeWhile(_ => !IsFull))
        {
            var (inside, times) = sent[member.Name];
            place.Add(member.Name);
            switch (times)
            {
                case 0 when member.IsRequired:
                    Faults.Add(TypeFaults.Missing([.. place]));
                    break;
                case 1:
                    var (inner, allowsNull) = Presence.Of(member);
                    TakeValue(member.Name, inside, type.Options.GetTypeInfo(inner), allowsNull, Presence.AllowsNullItems(member));
                    break;
                case > 1:
                    Faults.Add(TypeFaults.Duplicate([.. place]));
                    break;
            }
            place.RemoveAt(place.Count - 1);
        }
        if (shape?.Tag is not null)
        {
            place.RemoveAt(place.Count - 1);
        }
        writer.WriteEndObject();
    }

    private void TakeItems(JsonElement list, JsonTypeInfo type, bool allowsNull)
    {
        var item = type.Options.GetTypeInfo(type.ElementType!);
        var kept = new List<int>();
        var index = 0;
        writer.WriteStartArray();
        foreach (var value in list.EnumerateArray().TakeWhile(_ => !IsFull))
        {
            place.Add(index);
            if (TakeValue(null, value, item, allowsNull, allowsNullItems: false))
            {
                kept.Add(index);
            }
            place.RemoveAt(place.Count - 1);
            index++;
        }
        writer.WriteEndArray();
        if (kept.Count < index)
        {
            KeptItems[string.Join('/', place)] = kept;
        }
    }

    private void TakeEntries(JsonElement dictionary, JsonTypeInfo type, bool allowsNull)
    {
        var entry = type.Options.GetTypeInfo(type.ElementType!);
        var names = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteStartObject();
        foreach (var (name, value) in SentMembers.Of(dictionary, place, Faults).TakeWhile(_ => !IsFull))
        {
            place.Add(name);
            if (!names.Add(name))
            {
                Faults.Add(TypeFaults.Duplicate([.. place]));
            }
            else if (TypeFaults.OfKey(name, type, place) is { } fault)
            {
                Faults.Add(fault);
            }
            else
            {
                TakeValue(name, value, entry, allowsNull, allowsNullItems: false);
            }
            place.RemoveAt(place.Count - 1);
        }
        writer.WriteEndObject();
    }
}
