using FastApiService.Platform.Validation;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace FastApiService.Features.Auth;

/// <summary>What the document says of signing in, and how the Authorize button of /docs does it.</summary>
public static class AuthDocs
{
    public const string Scheme = "OAuth2AuthorizationCode";

    public static void AddAuthDocs(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureSwaggerGen(options =>
        {
            options.OperationFilter<TokenRequirement>();
            options.DocumentFilter<TokenScheme>();
        });
        builder.Services.AddOptions<SwaggerUIOptions>().Configure<IOptions<AuthSettings>>((page, settings) =>
        {
            page.OAuthClientId(settings.Value.ClientId);
            page.OAuthScopes(settings.Value.Scope);
            page.OAuthUsePkce();
            // Some issuers want to hear for whom the token is; the others pass over it (RFC 6749 §3.1).
            page.OAuthAdditionalQueryStringParams(new() { ["audience"] = settings.Value.Audience });
        });
    }

    /// <summary>Says of each operation whether it needs a token, with which scope, and that it refuses one without.</summary>
    private sealed class TokenRequirement(IOptions<AuthSettings> settings) : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            operation.Security = [];
            if (!ImpliedResponses.NeedsToken(context.ApiDescription.ActionDescriptor.EndpointMetadata)
                || operation.Responses?["401"] is not { } unauthorized)
            {
                return;
            }
            operation.Security.Add(new() { [new(Scheme, context.Document)] = [settings.Value.Scope] });
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
    }

    /// <summary>
    /// The addresses are those of this service, which knows where the issuer has its own: the document is the same in every
    /// environment, and is served while the issuer is away.
    /// </summary>
    private sealed class TokenScheme(IOptions<AuthSettings> settings) : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            // Behind a path prefix, the addresses start with it.
            var prefix = swaggerDoc.Servers?.FirstOrDefault()?.Url?.TrimEnd('/');
            swaggerDoc.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
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
}
