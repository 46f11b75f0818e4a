using System.Reflection;
using System.Text.Json;
using FastApiService.Platform.Json;
using FastApiService.Platform.Validation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Platform.OpenApi;

/// <summary>Writes the defaults and the rules of [AsParameters] records to the parameters and form fields that they bind.</summary>
internal sealed class ParameterSchemas(IOptions<JsonOptions> json, RuleReader rules) : IOperationFilter
{
    private readonly JsonSerializerOptions strict = JsonSetup.Strict(json.Value.SerializerOptions);

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        UseGivenNames(operation, context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IParameterBindingMetadata>());
        foreach (var parameter in context.MethodInfo.GetParameters())
        {
            if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            {
                Describe(operation, parameter.ParameterType);
            }
        }
    }

    private static void UseGivenNames(OpenApiOperation operation, IEnumerable<IParameterBindingMetadata> bindings)
    {
        foreach (var binding in bindings)
        {
            var name = WireNames.Of(binding.Name, binding.ParameterInfo.GetCustomAttributes(false));
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>()
                .Where(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                parameter.Name = name;
            }
        }
    }

    private void Describe(OpenApiOperation operation, Type record)
    {
        var parameters = (operation.Parameters ?? []).OfType<OpenApiParameter>().ToList();
        // To the rules, the parameters are members of one object.
        var inputs = new OpenApiSchema
        {
            // Letter case does not count in the names of headers.
            Properties = parameters.ToDictionary(parameter => parameter.Name!, parameter => parameter.Schema!, StringComparer.OrdinalIgnoreCase),
            Required = parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
        Describe(inputs, record);
        foreach (var parameter in parameters)
        {
            parameter.Schema = inputs.Properties[parameter.Name!];
            parameter.Required |= inputs.Required.Contains(parameter.Name!);
        }
        if (inputs.Extensions is { } words)
        {
            operation.Description = $"{operation.Description} {inputs.Description}".Trim();
            operation.Extensions = new Dictionary<string, IOpenApiExtension>(words);
        }
        foreach (var form in (operation.RequestBody?.Content?.Values ?? []).Select(content => content.Schema).OfType<OpenApiSchema>().Distinct())
        {
            Describe(form, record);
            ((OpenApiRequestBody)operation.RequestBody!).Required |= form.Required is { Count: > 0 };
        }
    }

    private void Describe(OpenApiSchema inputs, Type record)
    {
        var place = new Place(inputs, _ => { });
        foreach (var member in record.GetProperties().Where(member => place.HasProperty(WireNames.Of(member))))
        {
            if (new Absence(record, member).Value is { } value && inputs.Required?.Contains(WireNames.Of(member)) != true)
            {
                place.Property(WireNames.Of(member)).SetDefault(JsonSerializer.SerializeToNode(value, value.GetType(), strict)!);
            }
        }
        rules.Describe(place, record);
    }
}
