using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Authorization;
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
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
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
        var tags = new SortedDictionary<string, OpenApiTag>(StringComparer.Ordinal);
        foreach (var api in context.ApiDescriptions)
        {
            var tag = api.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags[0];
            if (tag is not null && api.TryGetMethodInfo(out var handler))
            {
                tags.TryAdd(tag, new OpenApiTag { Name = tag, Description = SummaryOf(handler.DeclaringType!) });
            }
        }
        swaggerDoc.Tags = tags.Values.ToHashSet();
    }

    private static string? SummaryOf(Type type)
    {
        var path = Path.ChangeExtension(type.Assembly.Location, ".xml");
        var summary = XDocument.Load(path).XPathSelectElement($"/doc/members/member[@name='T:{type.FullName}']/summary");
        return summary?.Value.Trim();
    }
}
