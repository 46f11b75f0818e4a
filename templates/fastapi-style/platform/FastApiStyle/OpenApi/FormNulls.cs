using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Says of no field of a form that it may be null, which a form cannot send. Only what is an object is written there in JSON.
/// </summary>
internal sealed class FormNulls : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var forms = swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? [])
            .SelectMany(each => each.Value.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
            .Where(content => content.Key.Contains("form", StringComparison.Ordinal)).Select(content => content.Value).OfType<OpenApiMediaType>().ToList();
        foreach (var group in forms.GroupBy(form => (form.Schema as OpenApiSchemaReference)?.Reference.Id))
        {
            if (group.Key is not { } name)
            {
                group.ToList().ForEach(form => Forbid((OpenApiSchema)form.Schema!, swaggerDoc));
            }
            else if (swaggerDoc.ToJson().Split($"\"#/components/schemas/{name}\"").Length - 1 == group.Count())
            {
                Forbid((OpenApiSchema)swaggerDoc.Components!.Schemas![name], swaggerDoc);
            }
            else
            {
                // In JSON, its members may be null.
                foreach (var form in group)
                {
                    var copy = (OpenApiSchema)swaggerDoc.Components!.Schemas![name].CreateShallowCopy();
                    copy.Properties = copy.Properties?.ToDictionary(field => field.Key, field => field.Value.CreateShallowCopy());
                    Forbid(copy, swaggerDoc);
                    form.Schema = copy;
                }
            }
        }
    }

    private static void Forbid(OpenApiSchema form, OpenApiDocument document)
    {
        foreach (var field in form.Properties?.Values ?? [])
        {
            if (field is not OpenApiSchema inline || inline.Type?.HasFlag(JsonSchemaType.Object) == true)
            {
                continue;
            }
            if (inline.Type is { } type)
            {
                inline.Type = type & ~JsonSchemaType.Null;
            }
            else if (inline.AnyOf is [OpenApiSchemaReference { Reference.Id: { } id }, { Type: JsonSchemaType.Null }]
                && document.Components!.Schemas![id] is { Type: not (null or JsonSchemaType.Object) })
            {
                inline.ForbidNull();
            }
        }
    }
}
