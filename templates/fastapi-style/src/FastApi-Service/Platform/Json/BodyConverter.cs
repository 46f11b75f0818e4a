using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastApiService.Platform.Json;

/// <summary>The types that handlers bind from a body.</summary>
internal sealed class BodyTypes
{
    private readonly ConcurrentDictionary<Type, bool> types = [];

    public void Add(Type type) => types[type] = true;

    public bool Contains(Type type) => types.ContainsKey(type);
}

/// <summary>Answers for the types that handlers bind from a body.</summary>
internal sealed class BodyConverterFactory(BodyTypes types, JsonSerializerOptions strict, IHttpContextAccessor accessor)
    : JsonConverterFactory
{
    public JsonSerializerOptions Strict => strict;

    public override bool CanConvert(Type typeToConvert) => types.Contains(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(BodyConverter<>).MakeGenericType(typeToConvert), strict, accessor)!;
}

/// <summary>
/// Reads a body as System.Text.Json does, which stops at its first error, and only then looks a second time for every
/// fault. The serializer reads the whole value ahead for a custom converter, so the second look needs no buffer.
/// </summary>
internal sealed class BodyConverter<T>(JsonSerializerOptions strict, IHttpContextAccessor accessor) : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, strict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            reader = start;
            // Skip() refuses a reader that may get more bytes, although the value is all there.
            reader.TrySkip();
            BodyFaults.Keep(accessor.HttpContext!, BodyFaults.Find(ref start, strict.GetTypeInfo(typeof(T))));
            return default;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, strict);
}
