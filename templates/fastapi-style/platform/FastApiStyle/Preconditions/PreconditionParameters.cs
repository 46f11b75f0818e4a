using FastApiStyle.Errors;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.Preconditions;

/// <summary>Documents the headers that a <see cref="Tagged{TResult}"/> and a <see cref="Precondition"/> read, and what follows from them.</summary>
internal sealed class PreconditionParameters : IOperationFilter
{
    private const string IfMatch = "If-Match";
    private const string IfNoneMatch = "If-None-Match";

    public static void DocumentAnswers(EndpointBuilder endpoint, ErrorWriter errors)
    {
        if (ParameterIn(endpoint.Metadata) is { } parameter)
        {
            errors.Document(endpoint, StatusCodes.Status412PreconditionFailed);
            if (!parameter.IsOptional)
            {
                errors.Document(endpoint, StatusCodes.Status428PreconditionRequired);
            }
        }
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var method = context.ApiDescription.HttpMethod ?? "";
        if (TagHeaders.IsRead(method) && metadata.OfType<TaggedAnswers>().Any())
        {
            Add(operation, IfNoneMatch, "The `ETag` of the version that the client has: while it stands, the answer is 304.");
        }
        if (ParameterIn(metadata) is { } parameter)
        {
            var mayCreate = HttpMethods.IsPut(method);
            Add(operation, IfMatch, "The `ETag` of the version that is meant: if another one stands by now, the answer is 412.", !parameter.IsOptional && !mayCreate);
            if (mayCreate)
            {
                Add(operation, IfNoneMatch, "`*` where there must be none yet: if there is one, the answer is 412.");
            }
        }
    }

    private static IParameterBindingMetadata? ParameterIn(IEnumerable<object> metadata) =>
        metadata.OfType<IParameterBindingMetadata>().FirstOrDefault(parameter => parameter.ParameterInfo.ParameterType == typeof(Precondition));

    /// <summary>Who reads one by hand, too, has said it better.</summary>
    private static void Add(OpenApiOperation operation, string name, string description, bool isRequired = false)
    {
        operation.Parameters ??= [];
        if (!operation.Parameters.Any(known => known.In == ParameterLocation.Header && string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Description = description,
                Required = isRequired,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }
}
