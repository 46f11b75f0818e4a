using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Describes types as the service reads and writes them, each once: Swashbuckle asks again wherever one stands.</summary>
internal sealed class WireContracts(IOptions<JsonOptions> json) : ISerializerDataContractResolver
{
    private readonly JsonSerializerDataContractResolver inner = new(json.Value.SerializerOptions);
    private readonly ConcurrentDictionary<Type, DataContract> known = [];

    public DataContract GetDataContractForType(Type type) => known.GetOrAdd(type, Describe);

    // Of a node, its properties in the code would be described.
    private DataContract Describe(Type type) => type == typeof(JsonNode) || type == typeof(JsonValue)
        ? DataContract.ForDynamic(type)
        : inner.GetDataContractForType(OptionalConverter.ValueType(type) ?? type);
}
