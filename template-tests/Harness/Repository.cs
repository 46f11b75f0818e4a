using System.Runtime.CompilerServices;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>Where the sources of the pack stand.</summary>
public static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    public static string Template { get; } = Path.Combine(Root, "templates", "fastapi-style");

    public static string TemplateConfig { get; } = Path.Combine(Template, ".template.config");

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
