using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiService.Platform.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Platform.OpenApi;

/// <summary>Says which members are required and which may be null, by what the serializer enforces.</summary>
internal sealed class MemberSchemas(IOptions<JsonOptions> json) : ISchemaFilter
{
    private readonly JsonSerializerOptions strict = JsonSetup.Strict(json.Value.SerializerOptions);

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: not null } described
            || strict.GetTypeInfo(context.Type) is not { Kind: JsonTypeInfoKind.Object } type)
        {
            return;
        }
        // Unknown members are ignored, so the document does not forbid them.
        described.AdditionalPropertiesAllowed = true;
        described.Required = type.Properties
            .Where(member => member.IsRequired)
            .Select(member => member.Name)
            .ToHashSet();
        foreach (var member in type.Properties)
        {
            if (described.Properties.TryGetValue(member.Name, out var value) && value is OpenApiSchema { Type: { } kind } inline)
            {
                inline.Type = AllowsNull(member) ? kind | JsonSchemaType.Null : kind & ~JsonSchemaType.Null;
            }
        }
    }

    private static bool AllowsNull(JsonPropertyInfo member) =>
        OptionalConverter.ValueType(member.PropertyType) is { } value
            ? OptionalConverter.AllowsNull(member, value)
            : member.PropertyType.IsValueType
                ? Nullable.GetUnderlyingType(member.PropertyType) is not null
                : member.IsGetNullable;
}

/// <summary>Describes types as the service reads and writes them.</summary>
internal sealed class WireContracts(IOptions<JsonOptions> json) : ISerializerDataContractResolver
{
    private readonly JsonSerializerDataContractResolver inner = new(json.Value.SerializerOptions);

    public DataContract GetDataContractForType(Type type) =>
        inner.GetDataContractForType(OptionalConverter.ValueType(type) ?? type);
}
