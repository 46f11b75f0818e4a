using FastApiStyle;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Features.Auth;

/// <summary>What the document says of signing in, which is what the Authorize button of /docs does.</summary>
internal sealed class AuthDocs(IOptions<AuthSettings> settings) : IOperationFilter
{
    private const string Scheme = "OpenIdConnect";

    /// <summary>Says of each operation whether it needs a token, or takes one, with which scope, and that it refuses one without.</summary>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.DescribeSignIn(context, new() { [new(Scheme, context.Document)] = [settings.Value.ScopeInRequest] });
        // Where nobody needs a token, none is refused.
        if (operation.Security is not [var way] || way.Keys.All(scheme => scheme.Reference.Id != Scheme)
            || operation.Responses is not { } answers || !answers.TryGetValue("401", out var unauthorized))
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

    /// <summary>Says where tokens come from: the issuer, which tells the rest in its discovery document.</summary>
    public static void Describe(SwaggerGenOptions document, AuthSettings auth) =>
        document.AddSecurityDefinition(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OpenIdConnect,
            Description = "Sign in at the issuer.",
            OpenIdConnectUrl = new Uri(auth.DiscoveryDocument),
        });
}
