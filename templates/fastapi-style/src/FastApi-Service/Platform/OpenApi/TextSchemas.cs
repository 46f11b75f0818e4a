using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Platform.OpenApi;

/// <summary>Says of every text in a request that U+0000 is refused. What only answers hold is left alone.</summary>
internal sealed class TextSchemas : IDocumentFilter
{
    private const string Nul = @"\u0000";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var seen = new HashSet<IOpenApiSchema>(ReferenceEqualityComparer.Instance);
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
        {
            foreach (var parameter in operation.Parameters ?? [])
            {
                Visit(parameter.Schema);
            }
            foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            {
                Visit(content.Schema);
            }
        }

        void Visit(IOpenApiSchema? schema)
        {
            if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            {
                schema = context.SchemaRepository.Schemas.GetValueOrDefault(id);
            }
            if (schema is not OpenApiSchema text || !seen.Add(text))
            {
                return;
            }
            foreach (var inner in Inside(text))
            {
                Visit(inner);
            }
            if (text is { Type: { } type, Format: null, Enum: null, Const: null } && type.HasFlag(JsonSchemaType.String)
                && !TypeSchemas.IsOfType(text.Pattern))
            {
                // Of the type, since null has no U+0000 and would be refused with it.
                text.Forbid(new OpenApiSchema { Type = JsonSchemaType.String, Pattern = Nul });
            }
        }
    }

    private static IEnumerable<IOpenApiSchema?> Inside(OpenApiSchema schema) =>
    [
        .. schema.Properties?.Values ?? [], schema.Items, schema.AdditionalProperties,
        .. schema.AllOf ?? [], .. schema.AnyOf ?? [], .. schema.OneOf ?? [],
    ];
}
