using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>The guide "coming from FastAPI", and its tables.</summary>
internal static class GuideTable
{
    /// <summary>The whole guide, in English.</summary>
    public static string Text { get; } = Read("en");

    /// <summary>The whole guide, in a language.</summary>
    public static string Read(string language) => File.ReadAllText(Path.Combine(Repository.Root, "docs", language, "coming-from-fastapi.md"));

    /// <summary>The cells of each row of all tables, in their order.</summary>
    public static IReadOnlyList<string[]> AllRows(string language) => [.. Read(language).Split('\n').Where(line => line.StartsWith('|')).Select(Cells)];

    /// <summary>The cells of each row of a table, without its head.</summary>
    public static IReadOnlyList<string[]> Under(string heading) =>
    [
        .. Text.Split('\n').SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|')).Skip(2).Select(Cells),
    ];

    /// <summary>Whether a row tells of a difference. In its cells … stands for anything.</summary>
    public static bool Tells(this string[] row, Difference difference) =>
        row[0].Trim('`') == difference.Of && Says(row[1], difference.FastApi) && Says(row[2], difference.Here);

    private static string[] Cells(string row) => [.. row[2..^2].Split(" | ").Select(cell => cell.Trim())];

    private static bool Says(string cell, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(cell.Trim('`')).Replace("…", ".+", StringComparison.Ordinal)}$", RegexOptions.Singleline);
}
