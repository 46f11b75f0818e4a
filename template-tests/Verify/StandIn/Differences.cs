using System.Text;

namespace VerifyXunit;

internal static class Differences
{
    private const int Most = 60;

    /// <summary>The lines that differ, with - for the snapshot and + for what came, between their common start and end.</summary>
    public static string Between(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var start = 0;
        while (start < Math.Min(old.Length, now.Length) && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(old.Length, now.Length) - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var text = new StringBuilder().AppendLine($"At line {start + 1}:");
        Append(text, '-', old[start..^end]);
        Append(text, '+', now[start..^end]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, char sign, string[] lines)
    {
        foreach (var line in lines.Take(Most))
        {
            text.Append(sign).Append(' ').AppendLine(line);
        }

        if (lines.Length > Most)
        {
            text.AppendLine($"{sign} … {lines.Length - Most} more lines");
        }
    }
}
