using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;
using FastApiStyle.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace FastApiStyle.Grpc.Messages;

/// <summary>Writes a message down as the JSON from which the record beside it is read.</summary>
internal sealed class MessageText
{
    private readonly MessageJson json;
    private readonly Utf8JsonWriter writer;
    private readonly MessageValues values;

    public MessageText(MessageJson json, Utf8JsonWriter writer)
    {
        (this.json, this.writer) = (json, writer);
        values = new(json, writer, (message, record) => Write(message, record));
    }

    /// <summary>What the mask of the message names, though there is no such field.</summary>
    public List<Fault> Faults { get; } = [];

    /// <param name="message">The message.</param>
    /// <param name="record">The type of the record.</param>
    /// <param name="mask">Which of its fields are sent; null for those that are set.</param>
    public void Write(IMessage message, System.Type record, ICollection<string>? mask = null)
    {
        var shape = json.ShapeOf(message.Descriptor, record);
        var inside = (shape.Mask?.Accessor.GetValue(message) as FieldMask)?.Paths;
        writer.WriteStartObject();
        foreach (var (field, member) in shape.Pairs)
        {
            var value = IsSent(message, field, member) ? ValueOf(message, field) : null;
            var (type, allowsNull) = Presence.Of(member);
            // What must be there and may be null has no other way to say so.
            if (mask is null ? value is null && !(member.IsRequired && allowsNull) : !mask.Contains("*") && !mask.Contains(field.Name))
            {
                continue;
            }
            writer.WritePropertyName(member.Name);
            if (inside is not null && value is IMessage sent && shape.Mask is not null)
            {
                RefuseUnknown(sent.Descriptor, inside);
                Write(sent, type, inside);
            }
            else
            {
                WriteField(field, value ?? (field.IsRepeated ? field.Accessor.GetValue(message) : null), json.TypeInfoOf(type));
            }
        }
        writer.WriteEndObject();
    }

    private static bool IsSent(IMessage message, FieldDescriptor field, JsonPropertyInfo member)
    {
        var value = field.Accessor.GetValue(message);
        return field.IsRepeated ? member.IsRequired || ((ICollection)value).Count > 0
            : field.HasPresence ? field.Accessor.HasValue(message)
            // It cannot be told whether it was sent.
            : member.IsRequired || !IsZero(value);
    }

    /// <returns>The value, or null where it counts as none.</returns>
    private static object? ValueOf(IMessage message, FieldDescriptor field)
    {
        var value = field.Accessor.GetValue(message);
        return field is { FieldType: FieldType.Enum, IsRepeated: false } ? EnumFields.NameOf(field.EnumType, Convert.ToInt32(value, CultureInfo.InvariantCulture)) : value;
    }

    private static bool IsZero(object value) => value switch
    {
        string text => text.Length == 0,
        ByteString bytes => bytes.IsEmpty,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture) == 0,
    };

    private void RefuseUnknown(MessageDescriptor message, ICollection<string> mask) => Faults.AddRange(mask
        .Where(path => path != "*" && message.FindFieldByName(path) is null)
        .Select(path => new Fault("value_error", ["body", "update_mask"], $"There is no field {path}")));

    private void WriteField(FieldDescriptor field, object? value, JsonTypeInfo type)
    {
        if (field.IsMap && value is IDictionary map)
        {
            writer.WriteStartObject();
            foreach (DictionaryEntry entry in map)
            {
                writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
                values.Write(field.MessageType.FindFieldByNumber(2), entry.Value, Inside(type));
            }
            writer.WriteEndObject();
        }
        else if (field.IsRepeated && value is IList list)
        {
            writer.WriteStartArray();
            foreach (var item in list)
            {
                values.Write(field, field.FieldType == FieldType.Enum ? EnumFields.NameOf(field.EnumType, (int)item!) ?? "" : item, Inside(type));
            }
            writer.WriteEndArray();
        }
        else
        {
            values.Write(field, value, type);
        }
    }

    private JsonTypeInfo Inside(JsonTypeInfo type) => type.ElementType is { } item ? json.TypeInfoOf(Nullable.GetUnderlyingType(item) ?? item) : type;
}
