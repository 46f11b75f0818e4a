using System.Collections.Concurrent;
using FastApiStyle.Dependencies;
using FastApiStyle.Validation;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Makes security schemes of the parameters that are marked by a <see cref="SecuritySchemeAttribute"/>, with their words.</summary>
internal sealed class KeySchemes : IOperationFilter, IDocumentFilter
{
    private readonly ConcurrentDictionary<string, OpenApiSecurityScheme> schemes = [];

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var plan = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<DependencyPlan>().FirstOrDefault();
        var keys = (plan?.Keyed ?? []).SelectMany(each => each.Keys).ToList();
        foreach (var key in keys)
        {
            var parameter = operation.Parameters?.FirstOrDefault(each => Is(each, key));
            var scheme = schemes.GetOrAdd(key.Id, _ => SchemeOf(key));
            scheme.Description ??= parameter?.Description;
            // Of several in one operation each has taken the same one out.
            operation.Parameters = operation.Parameters?.Where(each => each != parameter).ToList() is { Count: > 0 } rest ? rest : null;
        }
        if (keys.Count > 0)
        {
            operation.Security = [.. SignInWays.Of(context, signIn: null)];
        }
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (id, scheme) in schemes.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            swaggerDoc.AddComponent(id, scheme);
        }
    }

    private static bool Is(IOpenApiParameter parameter, DependencyKey key) =>
        $"{parameter.In}".Equals($"{key.Source}", StringComparison.OrdinalIgnoreCase)
        && key.Name.Equals(parameter.Name, key.Source == ParameterSource.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static OpenApiSecurityScheme SchemeOf(DependencyKey key) => key.Http is { } http
        ? new() { Type = SecuritySchemeType.Http, Scheme = http.ToLowerInvariant() }
        : new()
        {
            Type = SecuritySchemeType.ApiKey,
            Name = key.Name,
            In = key.Source switch
            {
                ParameterSource.Query => ParameterLocation.Query,
                ParameterSource.Cookie => ParameterLocation.Cookie,
                _ => ParameterLocation.Header,
            },
        };
}
