using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastApiStyle.Errors;

/// <summary>Writes a place, which is made of names and indices; the serializer would ask each part for its type.</summary>
internal sealed class PlaceConverter : JsonConverter<IReadOnlyList<object>>
{
    public override IReadOnlyList<object> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Errors are written, and never read.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<object> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
        {
            if (value[i] is int index)
            {
                writer.WriteNumberValue(index);
            }
            else
            {
                writer.WriteStringValue((string)value[i]);
            }
        }
        writer.WriteEndArray();
    }
}
