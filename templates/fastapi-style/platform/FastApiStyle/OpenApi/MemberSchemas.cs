using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Says which members are required, which may be null and what they are when left out, by what the serializer does, and then
/// what the validators of the type ask.
/// </summary>
internal sealed class MemberSchemas(StrictJson json, RuleWriter rules) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        schema.Description ??= WordsOf(context.Type);
        if (schema is not OpenApiSchema { Properties: { } members } described
            || json.TypeInfoOf(context.Type) is not { Kind: JsonTypeInfoKind.Object } type)
        {
            return;
        }
        // Unknown members are ignored, so the document does not forbid them, but for a type that does.
        described.AdditionalPropertiesAllowed = type.UnmappedMemberHandling != JsonUnmappedMemberHandling.Disallow;
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
        if (schema is OpenApiSchema inline && member.AttributeProvider is MemberInfo commented)
        {
            inline.Description ??= WordsOf(commented);
        }
        var isInput = member.Set is not null || member.AssociatedParameter is not null;
        if (isInput && !member.IsRequired && member.AttributeProvider is PropertyInfo property
            && OptionalConverter.ValueType(member.PropertyType) is null && MemberDefaults.Of(owner, property) is { } value)
        {
            schema.SetDefault(json.NodeOf(value));
        }
        return schema;
    }

    /// <summary>The library's own types bring their words along: its comments are no part of the service.</summary>
    private static string? WordsOf(MemberInfo described) => described.GetCustomAttribute<DescriptionAttribute>()?.Description;

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
