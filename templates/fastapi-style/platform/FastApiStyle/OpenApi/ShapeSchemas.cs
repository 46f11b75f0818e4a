using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FastApiStyle.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Writes a type of several shapes (<see cref="JsonDerivedTypeAttribute"/>) as the choice between them, and into each shape the
/// member that tells which one it is.
/// </summary>
internal sealed class ShapeSchemas(StrictJson json) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema described || context.Type.IsValueType || context.MemberInfo is not null || context.ParameterInfo is not null)
        {
            return;
        }
        if (json.TypeInfoOf(context.Type).PolymorphismOptions is { DerivedTypes.Count: > 0 } shapes)
        {
            var choice = shapes.DerivedTypes.Select(shape => (
                Tag: $"{shape.TypeDiscriminator}",
                Schema: context.SchemaGenerator.GenerateSchema(shape.DerivedType, context.SchemaRepository))).ToList();
            described.OneOf = [.. choice.Select(shape => shape.Schema)];
            described.Discriminator = new OpenApiDiscriminator
            {
                PropertyName = shapes.TypeDiscriminatorPropertyName,
                Mapping = choice.Where(shape => shape.Schema is OpenApiSchemaReference)
                    .ToDictionary(shape => shape.Tag, shape => (OpenApiSchemaReference)shape.Schema),
            };
            (described.Type, described.Properties, described.Required, described.AdditionalProperties) = (null, null, null, null);
        }
        else if (ShapeOf(context.Type) is var (name, tag) && described.Properties is { } members)
        {
            described.Properties = new Dictionary<string, IOpenApiSchema> { [name] = TagSchema(tag) };
            members.Where(member => member.Key != name).ToList().ForEach(described.Properties.Add);
            described.Required = new HashSet<string>([name, .. described.Required ?? new HashSet<string>()]);
        }
    }

    /// <returns>The member that tells the shape, and its value; null for a type that is none.</returns>
    private (string Name, object Tag)? ShapeOf(Type type)
    {
        for (var parent = type.BaseType; parent is not null && parent != typeof(object); parent = parent.BaseType)
        {
            var shapes = json.TypeInfoOf(parent).PolymorphismOptions;
            if (shapes?.DerivedTypes.FirstOrDefault(shape => shape.DerivedType == type).TypeDiscriminator is { } tag)
            {
                return (shapes.TypeDiscriminatorPropertyName, tag);
            }
        }
        return null;
    }

    private static OpenApiSchema TagSchema(object tag) => tag is string text
        ? new OpenApiSchema { Type = JsonSchemaType.String, Const = text }
        : new OpenApiSchema { Type = JsonSchemaType.Integer, Enum = [JsonValue.Create((int)tag)] };
}
