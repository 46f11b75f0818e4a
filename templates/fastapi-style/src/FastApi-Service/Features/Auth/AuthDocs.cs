using FastApiStyle;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Features.Auth;

/// <summary>What the document says of signing in, which is what the Authorize button of /docs does.</summary>
internal sealed class AuthDocs : IOperationFilter, IDocumentFilter
{
    private const string Scheme = "OAuth2Password";

    /// <summary>Says of each operation whether it needs a token, or takes one.</summary>
    public void Apply(OpenApiOperation operation, OperationFilterContext context) =>
        operation.DescribeSignIn(context, new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] });

    /// <summary>Says where tokens come from: at the address that the document says, behind a path prefix too.</summary>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
        swaggerDoc.AddComponent(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "Sign in with the e-mail address and the password of a user.",
            Flows = new OpenApiOAuthFlows
            {
                Password = new OpenApiOAuthFlow
                {
                    TokenUrl = new Uri($"{swaggerDoc.Servers![0].Url!.TrimEnd('/')}/{context.ApiDescriptions.First(operation => operation.ActionDescriptor
                        .EndpointMetadata.OfType<IAcceptsMetadata>().Any(body => body.RequestType == typeof(PasswordGrant))).RelativePath}", UriKind.Relative),
                    Scopes = new Dictionary<string, string>(),
                },
            },
        });
}
