using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Lint;

public sealed partial class TemplateConfigTests
{
    // Left by builds and editors, so the sources of the template never hold them.
    private static readonly string[] Restated =
        ["**/[Bb]in/**", "**/[Oo]bj/**", "**/.vs/**", "**/.idea/**", "**/.vscode/**", "**/artifacts/**", "**/TestResults/**",
         "**/*.user", "**/*.db", "**/*.db-*", "**/*.received.*", "**/.DS_Store", ".template.config/**"];

    private static readonly IReadOnlyList<string> Sources = Tree.FilesBelow(Repository.Template);

    [Fact]
    public void Each_glob_and_path_matches_a_file()
    {
        var sources = TemplateJson.Root.GetProperty("sources").EnumerateArray().ToList();
        var globs = sources.Concat(sources.SelectMany(Modifiers))
            .SelectMany(source => source.EnumerateObject())
            .Where(member => member.Name is "include" or "exclude" or "copyOnly" or "rename")
            .SelectMany(member => member.Name == "rename"
                ? member.Value.EnumerateObject().Select(rename => rename.Name)
                : TemplateJson.Strings(member.Value))
            .Except(Restated);
        var outputs = TemplateJson.Root.GetProperty("primaryOutputs").EnumerateArray()
            .Select(output => output.GetProperty("path").GetString()!);
        var files = TemplateJson.Root.GetProperty("postActions").EnumerateArray()
            .Where(action => action.TryGetProperty("args", out _))
            .SelectMany(action => TemplateJson.Strings(action.GetProperty("args")));
        Assert.All(globs.Concat(outputs).Concat(files), glob => Assert.Contains(Sources, source => Matches(glob, source)));
    }

    [Fact]
    public void What_builds_leave_in_the_template_is_no_part_of_it()
    {
        var excluded = TemplateJson.Strings(TemplateJson.Root.GetProperty("sources")[0].GetProperty("exclude"));
        Assert.Empty(Restated.Except(excluded));
    }

    [Fact]
    public void Hosts_speak_only_of_symbols_that_the_template_has()
    {
        var symbols = TemplateJson.Symbols.EnumerateObject().Select(symbol => symbol.Name).ToList();
        var console = TemplateJson.Read("dotnetcli.host.json").GetProperty("symbolInfo").EnumerateObject();
        var ide = TemplateJson.Read("ide.host.json").GetProperty("symbolInfo").EnumerateArray();
        Assert.All(console, symbol => Assert.Contains(symbol.Name, symbols));
        Assert.All(ide, symbol => Assert.Contains(symbol.GetProperty("id").GetString(), symbols));
    }

    [Fact]
    public void Icons_of_hosts_are_there()
    {
        var icon = TemplateJson.Read("ide.host.json").GetProperty("icon").GetString()!;
        Assert.True(File.Exists(Path.Combine(Repository.TemplateConfig, icon)));
    }

    [Fact]
    public void Each_symbol_is_used()
    {
        var config = File.ReadAllText(Path.Combine(Repository.TemplateConfig, "template.json"));
        var texts = Sources.Where(file => !file.StartsWith(".template.config/", StringComparison.Ordinal))
            .Select(file => File.ReadAllText(Path.Combine(Repository.Template, file)))
            .ToList();
        Assert.All(TemplateJson.Symbols.EnumerateObject(), symbol =>
        {
            var used = symbol.Value.TryGetProperty("replaces", out var replaced)
                ? texts.Any(text => text.Contains(replaced.GetString()!, StringComparison.Ordinal))
                : Regex.Count(config, $@"\b{symbol.Name}\b") > 1 || texts.Any(text => Regex.IsMatch(text, $@"#(el)?if\b.*\b{symbol.Name}\b"));
            Assert.True(used, $"Nothing uses {symbol.Name}.");
        });
    }

    [Fact]
    public void Each_form_is_used()
    {
        var used = TemplateJson.Strings(TemplateJson.Root).ToHashSet(StringComparer.Ordinal);
        Assert.All(TemplateJson.Root.GetProperty("forms").EnumerateObject(), form => Assert.Contains(form.Name, used));
    }

    private static IEnumerable<System.Text.Json.JsonElement> Modifiers(System.Text.Json.JsonElement source) =>
        source.TryGetProperty("modifiers", out var modifiers) ? modifiers.EnumerateArray() : [];

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
