using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>Says of each operation whether one signs in, and how, as scaffolds do.</summary>
internal sealed class SignInDocs : IOperationFilter
{
    private const string Scheme = "SignIn";

    public static void Add(SwaggerGenOptions options, OpenApiSecurityScheme scheme)
    {
        options.AddSecurityDefinition(Scheme, scheme);
        options.OperationFilter<SignInDocs>();
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context) =>
        operation.DescribeSignIn(context, new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] });
}
