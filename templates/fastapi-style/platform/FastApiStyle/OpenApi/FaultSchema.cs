using FastApiStyle.Errors;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>What C# has no type for in a <see cref="Fault"/>: a place is made of names and indices, and bounds that are not there are left out.</summary>
internal sealed class FaultSchema : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type == typeof(Fault) && schema is OpenApiSchema { Properties: { } members })
        {
            // Of a list of types, NSwag reads integers alone; of this it reads texts, which an index can be read as.
            ((OpenApiSchema)members["loc"]).Items = new OpenApiSchema
            {
                OneOf = [new OpenApiSchema { Type = JsonSchemaType.String }, new OpenApiSchema { Type = JsonSchemaType.Integer }],
            };
            ((OpenApiSchema)members["ctx"]).ForbidNull();
        }
    }
}
