using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FastApiStyle.Json;

/// <summary>Readers of the values that System.Text.Json would change or read from spellings that the document does not name.</summary>
internal static class ExactConverters
{
    public static void Add(IList<JsonConverter> converters)
    {
        converters.Add(new EnumConverters());
        converters.Add(new TextConverter());
        converters.Add(new ElementConverter());
        converters.Add(new NumberConverter<decimal>(JsonMetadataServices.DecimalConverter));
        converters.Add(new NumberConverter<double>(JsonMetadataServices.DoubleConverter));
        converters.Add(new NumberConverter<float>(JsonMetadataServices.SingleConverter));
        converters.Add(new SpelledConverter<DateTimeOffset>(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), WriteTime));
        converters.Add(new SpelledConverter<DateTime>(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime, WriteTime));
        converters.Add(new SpelledConverter<byte[]>(Convert.FromBase64String, (writer, bytes) => writer.WriteBase64StringValue(bytes)));
        converters.Add(new SpelledConverter<Uri>(text => new Uri(text), (writer, uri) => writer.WriteStringValue(uri.OriginalString)));
    }

    private static void WriteTime(Utf8JsonWriter writer, DateTimeOffset time)
    {
        if (time.Offset == TimeSpan.Zero)
        {
            writer.WriteStringValue(time.UtcDateTime);
        }
        else
        {
            writer.WriteStringValue(time);
        }
    }

    // One that does not say its offset is one in UTC, as it is read, and as databases keep them.
    private static void WriteTime(Utf8JsonWriter writer, DateTime time) =>
        writer.WriteStringValue(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time);

    /// <summary>Text without U+0000, which databases and logs cut or refuse.</summary>
    private sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return text is null || WireFormat.Holds(typeof(string), text) ? text : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options)!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }

    /// <summary>One that nobody has set is null; it could not be written.</summary>
    private sealed class ElementConverter : JsonConverter<JsonElement>
    {
        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonMetadataServices.JsonElementConverter.Read(ref reader, typeToConvert, options);

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
        {
            if (value.ValueKind == JsonValueKind.Undefined)
            {
                writer.WriteNullValue();
            }
            else
            {
                value.WriteTo(writer);
            }
        }
    }

    /// <summary>A number that was not changed to fit.</summary>
    private sealed class NumberConverter<T>(JsonConverter<T> inner) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var number = inner.Read(ref reader, typeToConvert, options)!;
            return ExactNumber.IsKept(typeof(T), reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan)
                ? number
                : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => inner.Write(writer, value, options);
    }

    /// <summary>A value in the one spelling that the document names.</summary>
    private sealed class SpelledConverter<T>(Func<string, T> parse, Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString()!;
            try
            {
                return WireFormat.Holds(typeof(T), text) ? parse(text) : throw new JsonException();
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException)
            {
                throw new JsonException(null, exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
