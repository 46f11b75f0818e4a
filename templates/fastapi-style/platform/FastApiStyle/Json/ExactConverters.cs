using System.Buffers;
using System.Collections.Frozen;
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
        converters.Add(new NumberConverter<decimal>(JsonMetadataServices.DecimalConverter));
        converters.Add(new NumberConverter<double>(JsonMetadataServices.DoubleConverter));
        converters.Add(new NumberConverter<float>(JsonMetadataServices.SingleConverter));
        converters.Add(new SpelledConverter<DateTimeOffset>(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)));
        converters.Add(new SpelledConverter<DateTime>(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime));
        converters.Add(new SpelledConverter<byte[]>(Convert.FromBase64String));
        converters.Add(new SpelledConverter<Uri>(text => new Uri(text)));
    }

    /// <summary>Text without U+0000, which databases and logs cut or refuse.</summary>
    private sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return text is null || WireFormat.Holds(typeof(string), text) ? text : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    /// <summary>An enum under its name in the code, which is how the framework reads it from a query, too; in no other letter case.</summary>
    private sealed class EnumConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EnumConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class EnumConverter<T> : JsonConverter<T> where T : struct, Enum
    {
        private readonly FrozenDictionary<string, T> values = Enum.GetNames<T>().ToFrozenDictionary(name => name, Enum.Parse<T>);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
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
    private sealed class SpelledConverter<T>(Func<string, T> parse) : JsonConverter<T>
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

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value);
    }
}
