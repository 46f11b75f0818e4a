using System.Runtime.CompilerServices;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>Where the sources of the pack stand.</summary>
public static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    public static string Template { get; } = Path.Combine(Root, "templates", "fastapi-style");

    public static string TemplateConfig { get; } = Path.Combine(Template, ".template.config");

    /// <summary>Where a project of the library stands.</summary>
    public static string Library(string project) => Path.Combine(Template, "platform", project);

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
