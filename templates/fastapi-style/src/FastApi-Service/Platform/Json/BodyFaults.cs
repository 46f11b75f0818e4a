using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiService.Platform.Errors;

namespace FastApiService.Platform.Json;

/// <summary>Walks a body beside the type that it should have been, and names every fault of type.</summary>
internal static class BodyFaults
{
    private static readonly object Key = new();

    /// <summary>Leaves the faults on the request, for the filter that answers them.</summary>
    public static void Keep(HttpContext http, IReadOnlyList<Fault> faults) => http.Items[Key] = faults;

    public static IReadOnlyList<Fault> Of(HttpContext http) => http.Items[Key] as IReadOnlyList<Fault> ?? [];

    public static IReadOnlyList<Fault> Find(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        var faults = new List<Fault>();
        Walk(JsonElement.ParseValue(ref reader), type, ["body"], faults);
        return faults.Count > 0 ? faults : [new("json_invalid", ["body"], "The body does not fit its schema")];
    }

    private static void Walk(JsonElement element, JsonTypeInfo type, object[] loc, List<Fault> faults)
    {
        switch (type.Kind, element.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                WalkMembers(element, type, loc, faults);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, type.Options.GetTypeInfo(type.ElementType!), [.. loc, index++], faults);
                }
                break;
            case (JsonTypeInfoKind.Dictionary, JsonValueKind.Object):
                foreach (var entry in element.EnumerateObject())
                {
                    Walk(entry.Value, type.Options.GetTypeInfo(type.ElementType!), [.. loc, entry.Name], faults);
                }
                break;
            default:
                if (!Fits(element, type))
                {
                    faults.Add(TypeFaults.OfJson(element, type.Type, loc));
                }
                break;
        }
    }

    private static void WalkMembers(JsonElement element, JsonTypeInfo type, object[] loc, List<Fault> faults)
    {
        foreach (var member in type.Properties)
        {
            var values = element.EnumerateObject().Where(property => property.NameEquals(member.Name)).Take(2).ToList();
            object[] place = [.. loc, member.Name];
            if (values.Count == 0)
            {
                if (member.IsRequired)
                {
                    faults.Add(TypeFaults.Missing(place));
                }
            }
            else if (values.Count > 1)
            {
                faults.Add(new("duplicate_member", place, "The member stands more than once"));
            }
            else if (OptionalConverter.ValueType(member.PropertyType) is { } optional)
            {
                WalkValue(values[0].Value, type.Options.GetTypeInfo(optional), OptionalConverter.AllowsNull(member, optional), place, faults);
            }
            else
            {
                WalkValue(values[0].Value, type.Options.GetTypeInfo(member.PropertyType), member.IsSetNullable, place, faults);
            }
        }
    }

    private static void WalkValue(JsonElement value, JsonTypeInfo type, bool allowsNull, object[] loc, List<Fault> faults)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            Walk(value, type, loc, faults);
        }
        else if (!allowsNull)
        {
            faults.Add(TypeFaults.OfJson(value, type.Type, loc));
        }
    }

    private static bool Fits(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            element.Deserialize(type);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
