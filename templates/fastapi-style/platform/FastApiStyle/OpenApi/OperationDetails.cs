using System.Net.ServerSentEvents;
using FastApiStyle.Errors;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Says of the bodies of an operation what Swashbuckle says otherwise.</summary>
internal sealed class OperationDetails : IOperationFilter
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Deprecated |= metadata.OfType<ObsoleteAttribute>().Any();
        if (metadata.OfType<FurtherRules>().Any())
        {
            RuleWords.Write(operation);
        }
        if (operation.RequestBody is OpenApiRequestBody { Content: { } content } body && !content.Keys.Any(type => type.EndsWith("json", StringComparison.Ordinal)))
        {
            var isOptional = metadata.OfType<IParameterBindingMetadata>().Where(Parameter.IsOfForm).All(each => each.IsOptional);
            DescribeForm(body, content, isOptional, context.SchemaRepository);
        }
        foreach (var answer in context.ApiDescription.SupportedResponseTypes.Where(answer => EventOf(answer.Type) is not null))
        {
            var events = operation.Responses![$"{answer.StatusCode}"].Content!.Values.OfType<OpenApiMediaType>();
            foreach (var each in events)
            {
                each.Schema = context.SchemaGenerator.GenerateSchema(EventOf(answer.Type), context.SchemaRepository);
            }
        }
        if (operation.Responses is { } responses)
        {
            operation.Responses = [];
            foreach (var (status, response) in responses.OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                operation.Responses[status] = response;
            }
        }
    }

    /// <summary>One kind of form: of two, generated clients make none. OAuth 2.0 knows this one only, and it holds no files.</summary>
    private static void DescribeForm(OpenApiRequestBody body, IDictionary<string, IOpenApiMediaType> content, bool isOptional, SchemaRepository schemas)
    {
        var forms = content.Values
            .Select(form => form.Schema is OpenApiSchemaReference { Reference.Id: { } id } ? schemas.Schemas[id] : form.Schema)
            .ToList();
        var hasFile = forms.Exists(form => form?.Properties?.Values.Any(field => field.Format == "binary") == true);
        body.Content = content.Where(form => content.Count == 1 || (form.Key == UrlEncoded) != hasFile).ToDictionary();
        body.Required = !isOptional && forms.Exists(form => form?.Required is { Count: > 0 });
        foreach (var form in content.Values.OfType<OpenApiMediaType>())
        {
            // It says how forms are written anyway.
            form.Encoding = null;
        }
    }

    /// <returns>The type of the items of a stream of events, or null for another type.</returns>
    private static Type? EventOf(Type? type) =>
        type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(SseItem<>) ? type.GenericTypeArguments[0] : null;
}
