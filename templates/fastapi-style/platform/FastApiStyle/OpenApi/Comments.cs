using System.Reflection;

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
}
