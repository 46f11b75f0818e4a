using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Lint;

public sealed partial class TemplateConfigTests
{
    // Left by builds and editors, so the sources of the template never hold them.
    private static readonly string[] Restated =
        ["**/[Bb]in/**", "**/[Oo]bj/**", "**/.vs/**", "**/.idea/**", "**/.vscode/**", "**/artifacts/**", "**/TestResults/**",
         "**/*.user", "**/*.db", "**/*.db-*", "**/*.received.*", "**/.DS_Store", ".template.config/**"];

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void Each_glob_and_path_matches_a_file(string name)
    {
        var template = new TemplateSource(name);
        var files = Tree.FilesBelow(template.Folder);
        var globs = template.Root.GetProperty("sources").EnumerateArray()
            .SelectMany(source => new[] { source }.Concat(Modifiers(source)).SelectMany(Globs)
                .Select(glob => (Glob: glob, Files: source.TryGetProperty("source", out var from) ? Tree.FilesBelow(Path.Combine(template.Folder, from.GetString()!)) : files)));
        var outputs = template.Root.TryGetProperty("primaryOutputs", out var listed)
            ? listed.EnumerateArray().Select(output => output.GetProperty("path").GetString()!) : [];
        var arguments = template.Root.GetProperty("postActions").EnumerateArray()
            .Where(action => action.TryGetProperty("args", out _))
            .SelectMany(action => TemplateJson.Strings(action.GetProperty("args")));
        Assert.All(globs, each => Assert.Contains(each.Files, file => Matches(each.Glob, file)));
        Assert.All(outputs.Concat(arguments), path => Assert.Contains(files, file => Matches(path, file)));
    }

    /// <summary>Of two the engine takes the later, without a word.</summary>
    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void No_member_stands_twice(string name)
    {
        var strict = new System.Text.Json.JsonDocumentOptions { AllowDuplicateProperties = false };
        Assert.All(Directory.GetFiles(new TemplateSource(name).Config, "*.json", SearchOption.AllDirectories), file =>
            System.Text.Json.JsonDocument.Parse(File.ReadAllText(file), strict).Dispose());
    }

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void What_builds_leave_in_the_template_is_no_part_of_it(string name)
    {
        var template = new TemplateSource(name);
        var excluded = TemplateJson.Strings(template.Root.GetProperty("sources")[0].GetProperty("exclude"));
        Assert.Empty(Restated.Except(excluded));
    }

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void Each_symbol_is_used(string name)
    {
        var template = new TemplateSource(name);
        var config = File.ReadAllText(Path.Combine(template.Config, "template.json"));
        var files = Tree.FilesBelow(template.Folder);
        var texts = files.Where(file => !file.StartsWith(".template.config/", StringComparison.Ordinal))
            .Select(file => File.ReadAllText(Path.Combine(template.Folder, file)))
            .ToList();
        Assert.All(template.Symbols.EnumerateObject(), symbol =>
        {
            var used = symbol.Value.TryGetProperty("fileRename", out var renamed) ? files.Append(config).Any(file => file.Contains(renamed.GetString()!, StringComparison.Ordinal))
                : symbol.Value.TryGetProperty("replaces", out var replaced) ? texts.Any(text => text.Contains(replaced.GetString()!, StringComparison.Ordinal))
                : Regex.Count(config, $@"\b{symbol.Name}\b") > 1 || texts.Any(text => Regex.IsMatch(text, $@"#(el)?if\b.*\b{symbol.Name}\b"));
            Assert.True(used, $"Nothing uses {symbol.Name}.");
        });
    }

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void Each_form_is_used(string name)
    {
        var template = new TemplateSource(name);
        var used = TemplateJson.Strings(template.Root).ToHashSet(StringComparer.Ordinal);
        Assert.All(template.Root.GetProperty("forms").EnumerateObject(), form => Assert.Contains(form.Name, used));
    }

    private static IEnumerable<System.Text.Json.JsonElement> Modifiers(System.Text.Json.JsonElement source) =>
        source.TryGetProperty("modifiers", out var modifiers) ? modifiers.EnumerateArray() : [];

    private static IEnumerable<string> Globs(System.Text.Json.JsonElement source) => source.EnumerateObject()
        .Where(member => member.Name is "include" or "exclude" or "copyOnly" or "rename")
        .SelectMany(member => member.Name == "rename" ? member.Value.EnumerateObject().Select(rename => rename.Name) : TemplateJson.Strings(member.Value))
        .Except(Restated);

    private static bool Matches(string glob, string path)
    {
        var pattern = Glob().Replace(glob, match => match.Value switch
        {
            "**/" => "(?:.*/)?",
            "**" => ".*",
            "*" => "[^/]*",
            "?" => "[^/]",
            var text => Regex.Escape(text),
        });
        return Regex.IsMatch(path, $"^{pattern}$");
    }

    [GeneratedRegex(@"\*\*/|\*\*|\*|\?|[^*?]+")]
    private static partial Regex Glob();
}
