using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Describes each tag by the summary of the feature that carries it.</summary>
internal sealed class TagDescriptions(ApiOptions api) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var comments = XDocument.Load(Comments.FileOf(api.Service));
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
        comments.XPathSelectElement($"/doc/members/member[@name='T:{type.FullName?.Replace('+', '.')}']/summary")?.Value.Trim();
}
