using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>What would show a reader of a scaffold that there are options.</summary>
internal static partial class Seams
{
    // Most files are the same in most combinations.
    private static readonly ConcurrentDictionary<(string File, string Text), IReadOnlyList<(Word Word, string Found)>> Read = new();

    public static IReadOnlyList<string> Of(Scaffold scaffold, Combination combination)
    {
        var texts = scaffold.OwnFiles().ToDictionary(file => file, scaffold.Read);
        return
        [
            .. texts.SelectMany(file => Strangers(file.Key, file.Value, combination)),
            .. texts.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal) && !IsJson(file.Value)).Select(file => $"{file.Key} is no JSON"),
            .. Projects(texts, scaffold.Files()),
            .. Packages(texts),
            .. Namespaces(texts, scaffold.Name),
            .. Mentions(texts, scaffold.Name),
            .. Record(texts, combination),
        ];
    }

    private static IEnumerable<string> Strangers(string file, string text, Combination combination) =>
        Read.GetOrAdd((file, text), key => [.. Word.All
                .Where(word => word.In?.Invoke(key.File) is not false)
                .Select(word => (word, word.Pattern.Match(key.Text)))
                .Where(match => match.Item2.Success)
                .Select(match => (match.word, Line(key.Text, match.Item2)))])
            .Where(found => !found.Word.Fits(combination))
            .Select(found => $"{file} says {found.Found}");

    private static string Line(string text, Match match)
    {
        var line = text.AsSpan(0, match.Index).Count('\n');
        return $"'{match.Value.ReplaceLineEndings("\\n")}' in line {line + 1}: {text.Split('\n')[line].Trim()}";
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Projects(Dictionary<string, string> texts, IEnumerable<string> files) =>
        Difference(
            texts.Where(file => file.Key.EndsWith(".slnx", StringComparison.Ordinal)).SelectMany(file => Groups(Project(), file.Value)),
            files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
            "the solution and the files");

    private static IEnumerable<string> Packages(Dictionary<string, string> texts) =>
        Difference(
            Groups(PackageVersion(), texts["Directory.Packages.props"]),
            texts.Where(file => file.Key.EndsWith(".csproj", StringComparison.Ordinal)).SelectMany(file => Groups(PackageReference(), file.Value)),
            "Directory.Packages.props and the projects");

    private static IEnumerable<string> Namespaces(Dictionary<string, string> texts, string name)
    {
        var declared = texts.Values.SelectMany(text => Groups(Namespace(), text)).ToHashSet();
        return from file in texts
               where file.Key.EndsWith(".cs", StringComparison.Ordinal)
               from used in Groups(Using(), file.Value)
               where used.Split('.')[0] == name && !declared.Contains(used)
               select $"{file.Key} uses {used}, which no file declares";
    }

    // The database is there when the service has run, and features when one has been added.
    private static IEnumerable<string> Mentions(Dictionary<string, string> texts, string name) =>
        from mentioned in Groups(Mentioned(), texts["README.md"]).Select(path => path.TrimEnd('/')).Except([$"src/{name}/storage", "Features"])
        where !texts.Keys.Any(file => new[] { "", $"src/{name}/" }.Any(folder =>
            file == folder + mentioned || file.StartsWith($"{folder}{mentioned}/", StringComparison.Ordinal)))
        select $"README.md mentions {mentioned}, which is not there";

    private static IEnumerable<string> Record(Dictionary<string, string> texts, Combination combination)
    {
        using var record = JsonDocument.Parse(texts[".fastapi-style.json"]);
        return Difference(
            record.RootElement.GetProperty("options").EnumerateObject().Select(option => $"{option.Name}: {option.Value}".ToLowerInvariant()),
            Combinations.Recorded(combination).Select(value => $"{value.Key}: {value.Value}".ToLowerInvariant()),
            ".fastapi-style.json and the options");
    }

    private static IEnumerable<string> Difference(IEnumerable<string> one, IEnumerable<string> other, string what)
    {
        var (left, right) = (one.ToHashSet(), other.ToHashSet());
        left.SymmetricExceptWith(right);
        return left.Select(only => $"{what} do not agree on {only}").ToList();
    }

    private static IEnumerable<string> Groups(Regex regex, string text) => regex.Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex("Project Path=\"([^\"]+)\"")]
    private static partial Regex Project();

    [GeneratedRegex("PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex PackageReference();

    [GeneratedRegex(@"^(?:namespace |option csharp_namespace = "")([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:global )?using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    // Paths of the scaffold, as its README writes them.
    [GeneratedRegex(@"`((?:Features|Data|Hosting|src|tests|openapi\.json|Program\.cs|appsettings\.json|Dockerfile|compose\.yaml|deploy|\.github)[\w./-]*)`")]
    private static partial Regex Mentioned();
}
