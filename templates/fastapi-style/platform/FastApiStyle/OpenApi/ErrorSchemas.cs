using FastApiStyle.Errors;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>What no type of C# says of the bodies of errors: members of a detail beside those of a problem, and one of several bodies.</summary>
internal sealed class ErrorSchemas : ISchemaFilter, IOperationFilter, IDocumentFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (DetailOf(context.Type) is { } detail && schema is OpenApiSchema { Properties: { } members } problem
            && SchemaOf(detail, context.SchemaGenerator, context.SchemaRepository) is { Properties: { } added } told)
        {
            problem.Properties = new Dictionary<string, IOpenApiSchema>([.. members, .. added]);
            problem.Required = new HashSet<string>([.. problem.Required ?? new HashSet<string>(), .. told.Required ?? new HashSet<string>()]);
        }
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var answer in context.ApiDescription.SupportedResponseTypes.Where(answer => AnyOf.Is(answer.Type)))
        {
            foreach (var content in operation.Responses![$"{answer.StatusCode}"].Content!.Values.OfType<OpenApiMediaType>())
            {
                content.Schema = new OpenApiSchema
                {
                    AnyOf = [.. AnyOf.BodiesOf(answer.Type!).Select(body => context.SchemaGenerator.GenerateSchema(body, context.SchemaRepository))],
                };
            }
        }
    }

    /// <summary>Forgets what was needed on the way, and what nothing refers to.</summary>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var answers = context.ApiDescriptions.SelectMany(api => api.SupportedResponseTypes).Select(answer => answer.Type).OfType<Type>().ToList();
        foreach (var type in answers.Where(AnyOf.Is).Concat(answers.SelectMany(AnyOf.BodiesOf).Select(DetailOf).OfType<Type>()).Distinct())
        {
            if (context.SchemaRepository.TryLookupByType(type, out var named) && context.SchemaRepository.Schemas.Remove(named.Reference.Id!, out var schema)
                && swaggerDoc.ToJson().Contains($"\"#/components/schemas/{named.Reference.Id}\"", StringComparison.Ordinal))
            {
                context.SchemaRepository.Schemas.Add(named.Reference.Id!, schema);
            }
        }
    }

    private static OpenApiSchema? SchemaOf(Type type, ISchemaGenerator generator, SchemaRepository schemas) =>
        generator.GenerateSchema(type, schemas) switch
        {
            OpenApiSchemaReference { Reference.Id: { } id } => schemas.Schemas[id] as OpenApiSchema,
            var inline => inline as OpenApiSchema,
        };

    private static Type? DetailOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Problem<>) ? type.GenericTypeArguments[0] : null;
}
