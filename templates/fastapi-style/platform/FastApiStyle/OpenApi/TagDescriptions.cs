using System.Xml.XPath;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Describes each tag by the summary of the feature that carries it.</summary>
internal sealed class TagDescriptions(Comments comments) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var tags = new SortedDictionary<string, OpenApiTag>(StringComparer.Ordinal);
        foreach (var api in context.ApiDescriptions)
        {
            var tag = api.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags[0];
            if (tag is not null && !tags.ContainsKey(tag) && api.TryGetMethodInfo(out var handler))
            {
                tags.Add(tag, new OpenApiTag { Name = tag, Description = SummaryOf(handler.DeclaringType!) });
            }
        }
        swaggerDoc.Tags = tags.Values.ToHashSet();
    }

    private string? SummaryOf(Type type) => comments.Members.GetValueOrDefault($"T:{type.FullName?.Replace('+', '.')}")
        ?.SelectChildren("summary", "").Cast<XPathNavigator>().FirstOrDefault()?.Value.Trim();
}
