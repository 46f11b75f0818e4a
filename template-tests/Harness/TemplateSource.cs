using System.Text.Json;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>A template where its source stands.</summary>
public sealed class TemplateSource(string name)
{
    private readonly Lazy<JsonElement> root = new(() => Load(name, "template.json"));

    public static TemplateSource Service { get; } = new("fastapi-style");

    public static TemplateSource Feature { get; } = new("fastapi-feature");

    /// <summary>The short names of all templates.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "templates")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The same, for theories.</summary>
    public static TheoryData<string> Names { get; } = [.. All];

    public string Folder { get; } = FolderOf(name);

    public string Config => Path.Combine(Folder, ".template.config");

    public JsonElement Root => root.Value;

    public JsonElement Symbols => Root.GetProperty("symbols");

    /// <summary>Those that are options of <c>dotnet new</c>, in their order.</summary>
    public IReadOnlyList<string> Parameters =>
        [.. Symbols.EnumerateObject().Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter").Select(symbol => symbol.Name)];

    /// <summary>One of the files of its configuration.</summary>
    public JsonElement Read(string file) => Load(name, file);

    private static string FolderOf(string name) => Path.Combine(Repository.Root, "templates", name);

    private static JsonElement Load(string name, string file) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(FolderOf(name), ".template.config", file)));
}
