using FastApiStyle.Dependencies;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>
/// The words of dependencies for their refusals. They stand above those that are common to all, and below those of the handler; of
/// several dependencies the first one that says something counts.
/// </summary>
internal sealed class DependencyWords(Comments said) : IOperationFilter
{
    private readonly XmlCommentsOperationFilter comments = new(said.Members, new());

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var plan = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<DependencyPlan>().FirstOrDefault();
        foreach (var method in plan?.Methods.Reverse() ?? [])
        {
            // Its summary is for developers.
            var (summary, description) = (operation.Summary, operation.Description);
            comments.Apply(operation, new OperationFilterContext(
                context.ApiDescription, context.SchemaGenerator, context.SchemaRepository, context.Document, method));
            (operation.Summary, operation.Description) = (summary, description);
        }
    }
}
