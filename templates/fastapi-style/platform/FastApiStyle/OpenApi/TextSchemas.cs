using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Says of every text in a request that U+0000 is refused. What only answers hold is left alone.</summary>
internal sealed class TextSchemas : IDocumentFilter
{
    private const string Nul = @"\u0000";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var seen = new HashSet<IOpenApiSchema>(ReferenceEqualityComparer.Instance);
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
        {
            Visit((operation.Parameters ?? []).Select(parameter => parameter.Schema));
            Visit((operation.RequestBody?.Content?.Values ?? []).Select(content => content.Schema));
        }

        void Visit(IEnumerable<IOpenApiSchema?> schemas)
        {
            foreach (var schema in schemas)
            {
                var target = schema is OpenApiSchemaReference { Reference.Id: { } id } ? context.SchemaRepository.Schemas.GetValueOrDefault(id) : schema;
                if (target is OpenApiSchema described && seen.Add(described))
                {
                    ForbidNul(described);
                    Visit([
                        .. described.Properties?.Values ?? [], described.Items, described.AdditionalProperties,
                        .. described.AllOf ?? [], .. described.AnyOf ?? [], .. described.OneOf ?? [],
                    ]);
                }
            }
        }
    }

    private static void ForbidNul(OpenApiSchema schema)
    {
        if (schema is { Type: { } type, Format: null, Enum: null, Const: null } && type.HasFlag(JsonSchemaType.String)
            && !TypeSchemas.IsOfType(schema.Pattern))
        {
            // Of the type, since null has no U+0000 and would be refused with it.
            schema.Forbid(new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Nul });
        }
    }
}
