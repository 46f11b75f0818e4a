using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>Says of each operation whether one signs in, as scaffolds do: by a route that asks for it, or a handler that would like to know.</summary>
internal sealed class SignInDocs : IOperationFilter
{
    private const string Scheme = "SignIn";

    public static void Add(SwaggerGenOptions options, OpenApiSecurityScheme scheme)
    {
        options.AddSecurityDefinition(Scheme, scheme);
        options.OperationFilter<SignInDocs>();
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var requirement = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] };
        operation.Security = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any() ? [requirement]
            : Array.Exists(context.MethodInfo.GetParameters(), parameter => parameter.ParameterType == typeof(ClaimsPrincipal)) ? [new(), requirement]
            : [];
    }
}
