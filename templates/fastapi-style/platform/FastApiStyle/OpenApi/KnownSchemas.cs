using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Remembers how bodies are referred to. Swashbuckle asks all that says something of a type again for each operation, and every
/// operation has the same bodies of errors.
/// </summary>
internal sealed class KnownSchemas(IOptions<SchemaGeneratorOptions> options, ISerializerDataContractResolver contracts) : ISchemaGenerator
{
    private readonly SchemaGenerator inner = new(options.Value, contracts);
    private readonly ConditionalWeakTable<SchemaRepository, Dictionary<Type, OpenApiSchemaReference>> known = [];

    public IOpenApiSchema GenerateSchema(
        Type modelType, SchemaRepository schemaRepository, MemberInfo? memberInfo = null, ParameterInfo? parameterInfo = null, ApiParameterRouteInfo? routeInfo = null)
    {
        if (memberInfo is not null || parameterInfo is not null)
        {
            return inner.GenerateSchema(modelType, schemaRepository, memberInfo, parameterInfo, routeInfo);
        }
        var references = known.GetOrCreateValue(schemaRepository);
        if (references.TryGetValue(modelType, out var reference))
        {
            // Each place may say something else of it.
            return reference.CreateShallowCopy();
        }
        // The first reference says what the schema says, too.
        var isFirst = !schemaRepository.TryLookupByType(modelType, out _);
        var schema = inner.GenerateSchema(modelType, schemaRepository);
        if (!isFirst && schema is OpenApiSchemaReference again)
        {
            references[modelType] = (OpenApiSchemaReference)again.CreateShallowCopy();
        }
        return schema;
    }
}
