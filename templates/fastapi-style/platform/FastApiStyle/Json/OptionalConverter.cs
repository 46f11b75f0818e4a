using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FastApiStyle.Json;

/// <summary>Reads an <see cref="Optional{T}"/> as its value, and refuses null where the value may not be null.</summary>
internal sealed class OptionalConverter<T>(bool allowsNull) : JsonConverter<Optional<T>>
{
    public override bool HandleNull => true;

    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null && !allowsNull
            ? throw new JsonException()
            : new(JsonSerializer.Deserialize<T>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);
}

internal static class OptionalConverter
{
    /// <summary>Gives each <see cref="Optional{T}"/> member the converter that knows whether its value may be null.</summary>
    public static void Attach(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            if (ValueType(property.PropertyType) is { } value)
            {
                property.CustomConverter = (JsonConverter)Activator.CreateInstance(
                    typeof(OptionalConverter<>).MakeGenericType(value), [AllowsNull(property, value)])!;
            }
        }
    }

    /// <returns>T of <see cref="Optional{T}"/>, or null for another type.</returns>
    public static Type? ValueType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GenericTypeArguments[0] : null;

    /// <summary>Whether the value of an <see cref="Optional{T}"/> member may be null.</summary>
    public static bool AllowsNull(JsonPropertyInfo property, Type value) =>
        value.IsValueType
            ? Nullable.GetUnderlyingType(value) is not null
            : property.AttributeProvider is not PropertyInfo member
                || new NullabilityInfoContext().Create(member).GenericTypeArguments[0].ReadState != NullabilityState.NotNull;
}
