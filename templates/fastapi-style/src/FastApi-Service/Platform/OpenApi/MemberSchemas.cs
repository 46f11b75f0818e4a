using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiService.Platform.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Platform.OpenApi;

/// <summary>
/// Says which members are required, which may be null and what they are when left out, by what the serializer does, and then
/// what the validators of the type ask.
/// </summary>
internal sealed class MemberSchemas(IOptions<JsonOptions> json, RuleReader rules) : ISchemaFilter
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
        var place = new Place(described, _ => { });
        foreach (var member in type.Properties.Where(member => described.Properties.ContainsKey(member.Name)))
        {
            if (OptionalConverter.ValueType(member.PropertyType) is not null)
            {
                ForgetOptional(described.Properties[member.Name], context.SchemaGenerator.GenerateSchema(member.PropertyType, context.SchemaRepository));
            }
            Describe(member, place.Property(member.Name), context.Type);
        }
        rules.Describe(place, context.Type);
    }

    private void Describe(JsonPropertyInfo member, Place place, Type owner)
    {
        place.ForbidNull();
        if (AllowsNull(member))
        {
            place.AllowNull();
        }
        if (ItemsAllowNull(member))
        {
            place.Items()?.AllowNull();
        }
        var isInput = member.Set is not null || member.AssociatedParameter is not null;
        if (isInput && !member.IsRequired && member.AttributeProvider is PropertyInfo property)
        {
            SetDefault(place, owner, property);
        }
    }

    /// <summary>A member without words of its own would get those of <see cref="Optional{T}"/>, which is no type on the wire.</summary>
    private static void ForgetOptional(IOpenApiSchema member, IOpenApiSchema optional) =>
        member.Description = member.Description == optional.Description ? null : member.Description;

    private void SetDefault(Place place, Type owner, PropertyInfo property)
    {
        if (new Absence(owner, property).Value is { } value && value.GetType() is var type && OptionalConverter.ValueType(type) is null)
        {
            place.SetDefault(JsonSerializer.SerializeToNode(value, type, strict)!);
        }
    }

    private static bool AllowsNull(JsonPropertyInfo member) =>
        OptionalConverter.ValueType(member.PropertyType) is { } value
            ? OptionalConverter.AllowsNull(member, value)
            : member.PropertyType.IsValueType
                ? Nullable.GetUnderlyingType(member.PropertyType) is not null
                : member.IsGetNullable;

    private static bool ItemsAllowNull(JsonPropertyInfo member)
    {
        if (member.AttributeProvider is not PropertyInfo property)
        {
            return false;
        }
        var nullability = new NullabilityInfoContext().Create(property);
        return (nullability.ElementType ?? nullability.GenericTypeArguments.FirstOrDefault()) is { Type.IsValueType: false, ReadState: NullabilityState.Nullable }
            && OptionalConverter.ValueType(member.PropertyType) is null;
    }
}

/// <summary>Describes types as the service reads and writes them.</summary>
internal sealed class WireContracts(IOptions<JsonOptions> json) : ISerializerDataContractResolver
{
    private readonly JsonSerializerDataContractResolver inner = new(json.Value.SerializerOptions);

    public DataContract GetDataContractForType(Type type) =>
        inner.GetDataContractForType(OptionalConverter.ValueType(type) ?? type);
}
