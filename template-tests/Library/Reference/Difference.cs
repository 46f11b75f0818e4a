using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>Where the guide says that the answer is another one than FastAPI's.</summary>
internal sealed partial record Difference(string What, string FastApi, string Here)
{
    public static IReadOnlyDictionary<string, Difference> All { get; } =
        File.ReadLines(Path.Combine(Repository.Root, "docs", "en", "coming-from-fastapi.md"))
            .Select(line => Row.Match(line))
            .Where(row => row.Success)
            .Select(row => new Difference(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value))
            .ToDictionary(difference => difference.What);

    [GeneratedRegex(@"^\| ([^|]+) \| `([^|]+)` \| `([^|]+)` \| ")]
    private static partial Regex Row { get; }
}
