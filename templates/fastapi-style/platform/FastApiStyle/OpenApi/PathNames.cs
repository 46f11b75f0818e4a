using System.Text.RegularExpressions;
using FastApiStyle.Validation;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Gives parameters in paths the names that they have as parameters.</summary>
internal sealed partial class PathNames(WireNames names) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, operations) in swaggerDoc.Paths)
        {
            paths[Parameter.Replace(path, name => names.Of(name.Value))] = operations;
        }
        swaggerDoc.Paths = paths;
    }

    [GeneratedRegex(@"(?<=\{)[^}]+(?=\})")]
    private static partial Regex Parameter { get; }
}
