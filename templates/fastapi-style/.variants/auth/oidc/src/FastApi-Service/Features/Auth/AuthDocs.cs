using FastApiStyle;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Features.Auth;

/// <summary>What the document says of signing in, which is what the Authorize button of /docs does.</summary>
internal sealed class AuthDocs(IOptions<AuthSettings> settings) : IOperationFilter, IDocumentFilter
{
    private const string Scheme = "OAuth2AuthorizationCode";

    /// <summary>Says of each operation whether it needs a token, or takes one, with which scope, and that it refuses one without.</summary>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.DescribeSignIn(context, new() { [new(Scheme, context.Document)] = [settings.Value.Scope] });
        // Where nobody needs a token, none is refused.
        if (operation.Security is not [_] || operation.Responses is not { } answers || !answers.TryGetValue("401", out var unauthorized))
        {
            return;
        }
        operation.Responses["403"] = new OpenApiResponse
        {
            Description = "The user may not do this.",
            Content = unauthorized.Content?.ToDictionary(),
            Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["WWW-Authenticate"] = new OpenApiHeader
                {
                    Description = "The scope that the token lacks.",
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        };
        // In the order of the statuses, like the others.
        var responses = operation.Responses.OrderBy(response => response.Key, StringComparer.Ordinal).ToList();
        operation.Responses.Clear();
        responses.ForEach(response => operation.Responses.Add(response.Key, response.Value));
    }

    /// <summary>
    /// Says where tokens come from. The addresses are those of this service, which knows where the issuer has its own: the
    /// document is the same in every environment, and is served while the issuer is away.
    /// </summary>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        // Behind a path prefix, the addresses start with it.
        var prefix = swaggerDoc.Servers![0].Url!.TrimEnd('/');
        swaggerDoc.AddComponent(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "Sign in at the issuer.",
            Flows = new OpenApiOAuthFlows
            {
                AuthorizationCode = new OpenApiOAuthFlow
                {
                    AuthorizationUrl = new Uri($"{prefix}{AuthFeature.Authorize}", UriKind.Relative),
                    TokenUrl = new Uri($"{prefix}{AuthFeature.Token}", UriKind.Relative),
                    Scopes = new Dictionary<string, string> { [settings.Value.Scope] = "Whatever needs a token." },
                },
            },
        });
    }
}
