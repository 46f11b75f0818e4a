using FastApiStyle.Validation;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Says of the answers of each operation what is the same for every operation.</summary>
internal sealed class OperationDetails : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var needsToken = ImpliedResponses.NeedsToken(context.ApiDescription.ActionDescriptor.EndpointMetadata);
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = status switch
            {
                "401" => "The request carries no valid token.",
                "403" => "The user may not do this.",
                "413" => "The body is larger than this service accepts.",
                "415" => "The body is not of a content type that this address takes.",
                "422" => "The input is not valid. Every fault is listed.",
                "429" => "Too many requests. Retry-After says how many seconds to wait.",
                _ => response.Description,
            };
            if (HeaderOf(status, needsToken) is var (name, header) && response is OpenApiResponse described)
            {
                (described.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = header;
            }
        }
        DescribeForm(operation, context.SchemaRepository);
    }

    private static (string Name, OpenApiHeader Header)? HeaderOf(string status, bool needsToken) => status switch
    {
        "201" => ("Location", Header("The address of what was created.",
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" })),
        // Where none is needed, this is the answer to a wrong password.
        "401" when needsToken => ("WWW-Authenticate", Header("How to sign in, and what is wrong with the token where there is one.",
            new OpenApiSchema { Type = JsonSchemaType.String })),
        "429" => ("Retry-After", Header("How many seconds to wait.",
            new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" })),
        _ => null,
    };

    private static OpenApiHeader Header(string description, OpenApiSchema schema) =>
        new() { Description = description, Required = true, Schema = schema };

    /// <summary>Clients and /docs take the first kind of form that is listed, and OAuth 2.0 knows this one only. It holds no files.</summary>
    private static void DescribeForm(OpenApiOperation operation, SchemaRepository schemas)
    {
        const string UrlEncoded = "application/x-www-form-urlencoded";
        if (operation.RequestBody is OpenApiRequestBody { Content: { } content } body && !content.Keys.Any(type => type.EndsWith("json", StringComparison.Ordinal)))
        {
            var forms = content.Values
                .Select(form => form.Schema is OpenApiSchemaReference { Reference.Id: { } id } ? schemas.Schemas[id] : form.Schema)
                .ToList();
            var hasFile = forms.Exists(form => form?.Properties?.Values.Any(field => field.Format == "binary") == true);
            body.Content = content.Where(form => !hasFile || form.Key != UrlEncoded)
                .OrderByDescending(form => form.Key == UrlEncoded).ToDictionary();
            body.Required |= forms.Exists(form => form?.Required is { Count: > 0 });
        }
    }
}
