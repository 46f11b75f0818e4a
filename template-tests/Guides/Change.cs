using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A diff of a guide: what its reader changes in a file that stands. Hunks have no numbers; what surrounds a change says where it is, and stands there once.</summary>
internal static class Change
{
    public static void Make(Snippet diff, Scaffold scaffold)
    {
        var path = Path.Combine(scaffold.Folder, diff.Path);
        var text = File.ReadAllText(path);
        foreach (var hunk in diff.Text.Split("@@\n"))
        {
            var lines = hunk.TrimEnd('\n').Split('\n');
            Assert.All(lines, line => Assert.True(line is "" or [' ' or '+' or '-', ..], $"{diff}: '{line}' is no line of a diff."));
            var before = Lines(lines, '+');
            Assert.True(text.Split(before).Length == 2, $"{diff} changes what does not stand once in {diff.Path}:\n{before}");
            text = text.Replace(before, Lines(lines, '-'), StringComparison.Ordinal);
        }
        File.WriteAllText(path, text);
    }

    /// <summary>The lines of one side.</summary>
    private static string Lines(string[] lines, char ofOtherSide) =>
        string.Concat(lines.Where(line => !line.StartsWith(ofOtherSide)).Select(line => (line.Length > 0 ? line[1..] : "") + "\n"));
}
