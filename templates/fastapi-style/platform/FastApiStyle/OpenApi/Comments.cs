using System.Reflection;
using System.Xml.Linq;
using System.Xml.XPath;

namespace FastApiStyle.OpenApi;

/// <summary>The documentation comments of a service, which are the words of its document.</summary>
internal static class Comments
{
    /// <exception cref="StartupException">The file is not where the assembly is.</exception>
    public static string FileOf(Assembly service)
    {
        // Published as a single file, an assembly has no place of its own.
        var folder = service.Location is { Length: > 0 } location ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
        var file = Path.Combine(folder, $"{service.GetName().Name}.xml");
        return File.Exists(file) ? file : throw new StartupException(
            $"{file} is missing, which holds the words of the documentation: set GenerateDocumentationFile in the project file of the service.");
    }

    /// <summary>The comments as Swashbuckle looks for them, with each example where it expects one and not among the words.</summary>
    public static XPathDocument Read(Assembly service)
    {
        var comments = XDocument.Load(FileOf(service));
        foreach (var example in comments.Descendants("example").ToList())
        {
            if (example.Parent is { Name.LocalName: "param" } parameter)
            {
                parameter.SetAttributeValue("example", example.Value.Trim());
                example.Remove();
            }
            // The compiler copies the words of a record's parameter to its property.
            else if (example.Parent is { Name.LocalName: "summary", Parent: { } member })
            {
                example.Remove();
                member.Add(example);
            }
        }
        return new XPathDocument(comments.CreateReader());
    }
}
