using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastApiStyle.Json;

/// <summary>Reads and writes an enum under the names that its values have for clients; in no other letter case, and by no number.</summary>
internal sealed class EnumConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(
        typeof(EnumConverter<>).MakeGenericType(typeToConvert), EnumNames.Of(typeToConvert, options.PropertyNamingPolicy))!;

    private sealed class EnumConverter<T> : JsonConverter<T> where T : struct, Enum
    {
        // So long a name is read without making a text of it.
        private const int Short = 64;

        private readonly FrozenDictionary<string, T> values;
        private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> byText;

        // Of two names for one value, the first.
        private readonly FrozenDictionary<T, string> wire;

        public EnumConverter(EnumNames names)
        {
            values = names.ByWire.ToFrozenDictionary(name => name.Key, name => Enum.Parse<T>(name.Value), StringComparer.Ordinal);
            byText = values.GetAlternateLookup<ReadOnlySpan<char>>();
            wire = names.Wire.DistinctBy(name => Enum.Parse<T>(names.ByWire[name])).ToFrozenDictionary(name => Enum.Parse<T>(names.ByWire[name]));
        }

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? ReadName(ref reader) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadName(ref reader);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(NameOf(value));

        private T ReadName(ref Utf8JsonReader reader)
        {
            if (reader.HasValueSequence || reader.ValueSpan.Length > Short)
            {
                return values.TryGetValue(reader.GetString()!, out var found) ? found : throw new JsonException();
            }
            Span<char> name = stackalloc char[Short];
            return byText.TryGetValue(name[..reader.CopyString(name)], out var value) ? value : throw new JsonException();
        }

        private string NameOf(T value) => wire.GetValueOrDefault(value) ?? value.ToString();
    }
}
