using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using DecimalMessage = Google.Type.Decimal;
using WireFormat = FastApiStyle.Json.WireFormat;

namespace FastApiStyle.Grpc.Messages;

/// <summary>Writes down the value of a field as the JSON of the member beside it.</summary>
/// <param name="json">The names and the options.</param>
/// <param name="writer">Where to.</param>
/// <param name="writeMessage">Writes a message that stands for a record.</param>
internal sealed class MessageValues(MessageJson json, Utf8JsonWriter writer, Action<IMessage, System.Type> writeMessage)
{
    public void Write(FieldDescriptor field, object? value, JsonTypeInfo type)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                WriteText(text, type.Type);
                break;
            case DecimalMessage number:
                WriteText(number.Value, type.Type);
                break;
            case Timestamp time:
                WriteKnown(time, () => time.ToDateTimeOffset());
                break;
            case Duration duration:
                WriteKnown(duration, () => duration.ToTimeSpan());
                break;
            case IMessage inner when inner.Descriptor.File.Package == "google.protobuf" || type.Kind != JsonTypeInfoKind.Object:
                writer.WriteRawValue(JsonFormatter.Default.Format(inner));
                break;
            case IMessage inner:
                writeMessage(inner, type.Type);
                break;
            case double or float when !double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case ByteString bytes:
                writer.WriteBase64StringValue(bytes.Span);
                break;
            default:
                JsonSerializer.Serialize(writer, value, field.FieldType == FieldType.Enum ? typeof(int) : value.GetType(), json.Json.Options);
                break;
        }
    }

    /// <summary>A number that has more digits than a double stands in a text.</summary>
    private void WriteText(string text, System.Type type)
    {
        if ((WireFormat.IsNumber(type) || WireFormat.IsInteger(type)) && IsNumber(text))
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    private static bool IsNumber(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return text.Length is > 0 and < 64 && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.BytesConsumed == text.Length && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A time beyond what .NET knows is a text that is none.</summary>
    private void WriteKnown(IMessage message, Func<object> convert)
    {
        object value;
        try
        {
            value = convert();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or OverflowException)
        {
            value = message.ToString()!;
        }
        JsonSerializer.Serialize(writer, value, value.GetType(), json.Json.Options);
    }
}
