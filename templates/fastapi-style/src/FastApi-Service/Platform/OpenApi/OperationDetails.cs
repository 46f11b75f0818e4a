using System.Xml.Linq;
using System.Xml.XPath;
using FastApiService.Platform.Validation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Platform.OpenApi;

/// <summary>Says of each operation whether it needs a token, and words the answers that have no words of their own.</summary>
internal sealed class OperationDetails : IOperationFilter
{
    public const string Scheme = "OAuth2Password";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (ImpliedResponses.NeedsToken(context.ApiDescription.ActionDescriptor.EndpointMetadata))
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] },
            ];
        }
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = status switch
            {
                "401" => "The request carries no valid token.",
                "403" => "The user may not do this.",
                "413" => "The body is larger than this service accepts.",
                "415" => "The body is not of a content type that this address takes.",
                "422" => "The input is not valid. Every fault is listed.",
                "429" => "Too many requests. Retry-After says how many seconds to wait.",
                _ => response.Description,
            };
        }
    }
}

/// <summary>Describes each tag by the summary of the feature that carries it.</summary>
internal sealed class TagDescriptions : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var comments = XDocument.Load(Path.ChangeExtension(GetType().Assembly.Location, ".xml"));
        var tags = new SortedDictionary<string, OpenApiTag>(StringComparer.Ordinal);
        foreach (var api in context.ApiDescriptions)
        {
            var tag = api.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags[0];
            if (tag is not null && api.TryGetMethodInfo(out var handler))
            {
                tags.TryAdd(tag, new OpenApiTag { Name = tag, Description = SummaryOf(handler.DeclaringType!, comments) });
            }
        }
        swaggerDoc.Tags = tags.Values.ToHashSet();
    }

    private static string? SummaryOf(Type type, XDocument comments) =>
        comments.XPathSelectElement($"/doc/members/member[@name='T:{type.FullName}']/summary")?.Value.Trim();
}
