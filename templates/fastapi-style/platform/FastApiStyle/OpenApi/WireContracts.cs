using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Describes types as the service reads and writes them, each once: Swashbuckle asks again wherever one stands.</summary>
internal sealed class WireContracts(IOptions<JsonOptions> options, StrictJson json) : ISerializerDataContractResolver
{
    private readonly JsonSerializerDataContractResolver inner = new(options.Value.SerializerOptions);
    private readonly ConcurrentDictionary<Type, DataContract> known = [];

    public DataContract GetDataContractForType(Type type) => known.GetOrAdd(type, Describe);

    private DataContract Describe(Type type)
    {
        if (type == typeof(JsonNode) || type == typeof(JsonValue))
        {
            // Its properties in the code would be described.
            return DataContract.ForDynamic(type);
        }
        type = OptionalConverter.ValueType(type) ?? type;
        var value = Nullable.GetUnderlyingType(type) ?? type;
        return json.NamesOf(value) is { } names
            ? DataContract.ForPrimitive(value, DataType.String, null, each => JsonSerializer.Serialize(each is null ? null : names.NameOf(each)))
            : inner.GetDataContractForType(type);
    }
}
