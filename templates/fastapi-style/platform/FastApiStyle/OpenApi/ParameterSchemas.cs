using System.Reflection;
using FastApiStyle.Dependencies;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Writes the defaults and the rules of [AsParameters] records to the parameters and form fields that they bind.</summary>
internal sealed class ParameterSchemas(StrictJson json, WireNames names, RuleWriter rules) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var parameters = (operation.Parameters ?? []).OfType<OpenApiParameter>().ToList();
        foreach (var parameter in parameters)
        {
            var given = parameter.Name!;
            parameter.Name = parameter.In == ParameterLocation.Header ? HeaderName(given, context) : names.Of(given);
            parameter.In = IsCookie(given, context) ? ParameterLocation.Cookie : parameter.In;
        }
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
        {
            NameFields(content as OpenApiMediaType);
        }
        var plan = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<DependencyPlan>().FirstOrDefault();
        foreach (var record in (plan?.Methods ?? []).Prepend(context.MethodInfo).SelectMany(method => method.GetParameters())
            .Where(each => each.IsDefined(typeof(AsParametersAttribute))))
        {
            Describe(operation, parameters, record.ParameterType);
        }
    }

    private static bool IsCookie(string given, OperationFilterContext context) => context.ApiDescription.ParameterDescriptions.Any(each =>
        each.Name == given && each.ParameterInfo()?.IsDefined(typeof(FromCookieAttribute), false) == true);

    private string HeaderName(string given, OperationFilterContext context) => context.ApiDescription.ParameterDescriptions
        .Where(each => each.Name == given && each.Source == BindingSource.Header)
        .Select(each => each.ParameterInfo() is { Name: { } name } parameter ? names.Of(name, parameter.GetCustomAttributes(false)) : given)
        .First();

    private void NameFields(OpenApiMediaType? content)
    {
        if (content is { Schema: OpenApiSchema { Properties: { } fields } form, Encoding: not null })
        {
            form.Properties = fields.ToDictionary(field => names.Of(field.Key), field => field.Value);
            form.Required = form.Required?.Select(names.Of).ToHashSet();
        }
    }

    private void Describe(OpenApiOperation operation, List<OpenApiParameter> parameters, Type record)
    {
        var body = operation.RequestBody as OpenApiRequestBody;
        var forms = (body?.Content?.Values ?? []).Select(content => content.Schema).OfType<OpenApiSchema>()
            .Where(form => form.Properties is not null)
            .ToList();
        // To the rules, all that the record binds are members of one object. Letter case does not count in names of headers.
        var inputs = new OpenApiSchema
        {
            Properties = new Dictionary<string, IOpenApiSchema>(
                forms.SelectMany(form => form.Properties!)
                    .Concat(parameters.Select(each => KeyValuePair.Create(each.Name!, each.Schema!)))
                    .DistinctBy(each => each.Key, StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase),
            Required = new HashSet<string>(
                [
                    .. forms.SelectMany(form => form.Required ?? new HashSet<string>()),
                    .. parameters.Where(each => each.Required).Select(each => each.Name!),
                ],
                StringComparer.OrdinalIgnoreCase),
        };
        SetDefaults(inputs, record);
        rules.Write(inputs, record);

        foreach (var parameter in parameters)
        {
            parameter.Schema = inputs.Properties[parameter.Name!];
            parameter.Required = inputs.Required.Contains(parameter.Name!);
        }
        foreach (var form in forms)
        {
            form.Properties = form.Properties!.ToDictionary(field => field.Key, field => inputs.Properties[field.Key]);
            form.Required = inputs.Required.Where(form.Properties.ContainsKey).ToHashSet();
            body!.Required |= form.Required.Count > 0;
        }
        if (inputs.Extensions is { } words)
        {
            operation.Description = $"{operation.Description} {inputs.Description}".Trim();
            operation.Extensions = words;
        }
    }

    private void SetDefaults(OpenApiSchema inputs, Type record)
    {
        foreach (var member in record.GetProperties())
        {
            if (inputs.Properties!.TryGetValue(names.Of(member), out var schema) && !inputs.Required!.Contains(names.Of(member))
                && MemberDefaults.Of(record, member) is { } value)
            {
                schema.SetDefault(json.NodeOf(value));
            }
        }
    }
}
