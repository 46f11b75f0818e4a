using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>The tables of the guide "coming from FastAPI", under their headings.</summary>
internal static class GuideTable
{
    /// <summary>The whole guide.</summary>
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "en", "coming-from-fastapi.md"));

    /// <summary>The cells of each row of a table, without its head.</summary>
    public static IReadOnlyList<string[]> Under(string heading) =>
    [
        .. Text.Split('\n').SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line[2..^2].Split(" | ").Select(cell => cell.Trim()).ToArray()),
    ];

    /// <summary>Whether a row tells of a difference. In its cells … stands for anything.</summary>
    public static bool Tells(this string[] row, Difference difference) =>
        row[0].Trim('`') == difference.Of && Says(row[1], difference.FastApi) && Says(row[2], difference.Here);

    private static bool Says(string cell, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(cell.Trim('`')).Replace("…", ".+", StringComparison.Ordinal)}$", RegexOptions.Singleline);
}
