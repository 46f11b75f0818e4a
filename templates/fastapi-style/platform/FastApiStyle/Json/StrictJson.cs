using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Json;

/// <summary>The options of the service without the second look at a body: what System.Text.Json alone reads and writes.</summary>
internal sealed class StrictJson(IOptions<JsonOptions> json)
{
    private readonly BodyConverterFactory bodies = json.Value.SerializerOptions.Converters.OfType<BodyConverterFactory>().Single();

    public JsonSerializerOptions Options => bodies.Strict;

    /// <summary>The same, for an object of which parts may be missing.</summary>
    public JsonSerializerOptions Tolerant => bodies.Tolerant;

    public JsonTypeInfo TypeInfoOf(Type type) => Options.GetTypeInfo(type);

    /// <summary>
    /// The names of an enum, where the service reads and writes it by them. For an enum the runtime compiles all that the serializer asks of a type,
    /// which is too much for who only needs its names.
    /// </summary>
    public EnumTable? NamesOf(Type type) =>
        type.IsEnum && !type.IsDefined(typeof(JsonConverterAttribute), inherit: false)
        && Options.Converters.FirstOrDefault(each => each.CanConvert(type)) is EnumConverters
        && EnumNames.Of(type, Options.PropertyNamingPolicy) is { Wire.Count: > 0 } names
            ? new(type, names)
            : null;

    /// <summary>A value as it is written.</summary>
    public JsonNode NodeOf(object value) => NamesOf(value.GetType()) is { } names
        ? JsonValue.Create(names.NameOf(value))
        : JsonSerializer.SerializeToNode(value, value.GetType(), Options)!;
}
