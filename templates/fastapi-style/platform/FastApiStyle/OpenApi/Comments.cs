using System.Reflection;
using System.Xml.Linq;
using System.Xml.XPath;

namespace FastApiStyle.OpenApi;

/// <summary>The documentation comments of a service, which are the words of its document: read once, by the first one who asks.</summary>
internal sealed class Comments(ApiOptions api)
{
    private readonly Lazy<Dictionary<string, XPathNavigator>> members = new(() => Read(api.Service));

    /// <summary>By name, as <c>T:Shop.Features.Items.ItemRead</c>.</summary>
    public IReadOnlyDictionary<string, XPathNavigator> Members => members.Value;

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
    private static Dictionary<string, XPathNavigator> Read(Assembly service)
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
        var members = new Dictionary<string, XPathNavigator>(StringComparer.Ordinal);
        foreach (XPathNavigator member in new XPathDocument(comments.CreateReader()).CreateNavigator().Select("/doc/members/member"))
        {
            members.TryAdd(member.GetAttribute("name", ""), new CommentNavigator(member.Clone()));
        }
        return members;
    }
}
