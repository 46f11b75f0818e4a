using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Names the form of an operation as FastAPI does, <c>Body_</c> and the name of the operation, where errors are FastAPI's, too: its clients
/// have a type of that name.
/// </summary>
internal sealed class FormNames(ApiOptions api) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (api.Errors != ErrorFormat.FastApi)
        {
            return;
        }
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? []).Select(each => each.Value))
        {
            var forms = (operation.RequestBody?.Content ?? new Dictionary<string, IOpenApiMediaType>())
                .Where(content => content.Key.Contains("form", StringComparison.Ordinal)).Select(content => content.Value).OfType<OpenApiMediaType>();
            foreach (var form in forms.Where(form => form.Schema is OpenApiSchema))
            {
                var name = SchemaNames.Allowed($"Body_{operation.OperationId}");
                swaggerDoc.Components!.Schemas!.TryAdd(name, form.Schema!);
                form.Schema = new OpenApiSchemaReference(name, swaggerDoc);
            }
        }
    }
}
