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
internal sealed class MemberSchemas(IOptions<JsonOptions> json, RuleWriter rules) : ISchemaFilter
{
    private readonly JsonSerializerOptions strict = JsonSetup.Strict(json);

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members } described
            || strict.GetTypeInfo(context.Type) is not { Kind: JsonTypeInfoKind.Object } type)
        {
            return;
        }
        // Unknown members are ignored, so the document does not forbid them.
        described.AdditionalPropertiesAllowed = true;
        described.Required = type.Properties.Where(member => member.IsRequired).Select(member => member.Name).ToHashSet();
        foreach (var member in type.Properties.Where(member => members.ContainsKey(member.Name)))
        {
            if (OptionalConverter.ValueType(member.PropertyType) is not null)
            {
                ForgetOptional(members[member.Name], context.SchemaGenerator.GenerateSchema(member.PropertyType, context.SchemaRepository));
            }
            members[member.Name] = Describe(members[member.Name], member, context.Type);
        }
        rules.Write(described, context.Type);
    }

    private IOpenApiSchema Describe(IOpenApiSchema schema, JsonPropertyInfo member, Type owner)
    {
        schema = WithNull(schema, member.IsGetNullable || Presence.Of(member).AllowsNull);
        if (schema is OpenApiSchema { Items: { } items } list)
        {
            list.Items = WithNull(items, Presence.AllowsNullItems(member));
        }
        var isInput = member.Set is not null || member.AssociatedParameter is not null;
        if (isInput && !member.IsRequired && member.AttributeProvider is PropertyInfo property
            && OptionalConverter.ValueType(member.PropertyType) is null && MemberDefaults.Of(owner, property) is { } value)
        {
            schema.SetDefault(JsonSerializer.SerializeToNode(value, value.GetType(), strict));
        }
        return schema;
    }

    private static IOpenApiSchema WithNull(IOpenApiSchema schema, bool isAllowed)
    {
        if (isAllowed)
        {
            return schema.OrNull();
        }
        (schema as OpenApiSchema)?.ForbidNull();
        return schema;
    }

    /// <summary>A member without words of its own would get those of <see cref="Optional{T}"/>, which is no type on the wire.</summary>
    private static void ForgetOptional(IOpenApiSchema member, IOpenApiSchema optional) =>
        member.Description = member.Description == optional.Description ? null : member.Description;
}

/// <summary>Describes types as the service reads and writes them.</summary>
internal sealed class WireContracts(IOptions<JsonOptions> json) : ISerializerDataContractResolver
{
    private readonly JsonSerializerDataContractResolver inner = new(json.Value.SerializerOptions);

    public DataContract GetDataContractForType(Type type) =>
        inner.GetDataContractForType(OptionalConverter.ValueType(type) ?? type);
}

/// <summary>What a member holds that a client leaves out.</summary>
internal static class MemberDefaults
{
    /// <returns>The default of its constructor parameter, or what its initializer says.</returns>
    public static object? Of(Type owner, PropertyInfo member)
    {
        var type = member.PropertyType;
        var nothing = type.IsValueType ? Activator.CreateInstance(type) : null;
        var constructor = owner.GetConstructor(Type.EmptyTypes)
            ?? owner.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length);
        var parameter = constructor?.GetParameters()
            .FirstOrDefault(each => string.Equals(each.Name, member.Name, StringComparison.OrdinalIgnoreCase));
        var value = parameter is { HasDefaultValue: true } ? parameter.DefaultValue ?? nothing
            : parameter is not null || constructor is null || owner.IsAbstract ? nothing
            : Initial(constructor, member) ?? nothing;
        if (value is DateTime or DateTimeOffset or DateOnly or TimeOnly or Guid && !value.Equals(nothing))
        {
            // Of the clock or of chance: at the next start it is another one.
            return null;
        }
        // The default of a nullable enum is kept as its number.
        return value is not null && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named ? Enum.ToObject(named, value) : value;
    }

    /// <summary>What an initializer says, where it does not look at the arguments.</summary>
    private static object? Initial(ConstructorInfo constructor, PropertyInfo member)
    {
        try
        {
            return member.GetValue(constructor.Invoke(new object?[constructor.GetParameters().Length]));
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
