using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

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
    private readonly JsonSerializerOptions tolerant = new(strict)
    {
        RespectNullableAnnotations = false,
        RespectRequiredConstructorParameters = false,
        TypeInfoResolver = strict.TypeInfoResolver!.WithAddedModifier(Presence.ForgiveAbsence),
    };

    public JsonSerializerOptions Strict => strict;

    public JsonSerializerOptions Tolerant => tolerant;

    public override bool CanConvert(Type typeToConvert) => types.Contains(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(BodyConverter<>).MakeGenericType(typeToConvert), strict, tolerant, accessor)!;
}

/// <summary>
/// Reads a body as System.Text.Json does, which stops at its first error, and only then looks a second time for every
/// fault. The serializer reads the whole value ahead for a custom converter, so the second look needs no buffer.
/// </summary>
internal sealed class BodyConverter<T>(JsonSerializerOptions strict, JsonSerializerOptions tolerant, IHttpContextAccessor accessor)
    : JsonConverter<T>
{
    private readonly bool isFreeForm = FreeForm.IsIn(strict.GetTypeInfo(typeof(T)));
    private readonly bool allowsNullItems = FreeForm.IsItemOf(strict.GetTypeInfo(typeof(T)));
    private readonly JsonConverter<T> inner = (JsonConverter<T>)strict.GetTypeInfo(typeof(T)).Converter;

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            // Not by JsonSerializer, which would look for the end of the value once more.
            var value = inner.Read(ref reader, typeToConvert, strict);
            if ((allowsNullItems || value is not IEnumerable items || !Presence.HoldsNull(items)) && Utf8Check.IsValid(start, reader)
                && (!isFreeForm || IsFaultless(start)))
            {
                return value;
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
        }
        catch (ArgumentException) when (isFreeForm)
        {
            // A JsonObject cannot hold two members of one name.
        }
        reader = start;
        // Skip() refuses a reader that may get more bytes, although the value is all there.
        reader.TrySkip();
        var review = new BodyReview(JsonElement.ParseValue(ref start), strict.GetTypeInfo(typeof(T)));
        if (review.Faults.Count == 0 && review.TryRead(strict, out T? respelled))
        {
            return respelled;
        }
        if (reader.CurrentDepth > 0 || accessor.HttpContext is not { Response.HasStarted: false } http)
        {
            // No body of a request, but what a service reads by hand with the same options, such as a message of a WebSocket.
            throw new JsonException(review.Faults is [{ Msg: var words }, ..] ? words : "Input is not valid");
        }
        review.KeepFor(http, review.TryRead(tolerant, out T? rest) ? rest : null);
        return default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, strict);

    private static bool IsFaultless(Utf8JsonReader start)
    {
        var faults = new List<Fault>();
        FreeForm.FindFaults(JsonElement.ParseValue(ref start), [], faults);
        return faults.Count == 0;
    }
}
