namespace FastApiStyle.Testing;

/// <summary>The start of what may be too long to read.</summary>
internal static class Excerpt
{
    public static string Of(string text, int length) => text.Length > length ? $"{text[..length]}…" : text;

    public static string Of(IReadOnlyCollection<string> lines, int count) =>
        string.Join('\n', lines.Take(count)) + (lines.Count > count ? $"\n… and {lines.Count - count} more" : "");
}
