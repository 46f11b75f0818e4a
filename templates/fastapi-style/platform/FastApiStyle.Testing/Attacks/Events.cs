using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Attacks;

/// <summary>The events of a stream, as far as it has been read.</summary>
internal static class Events
{
    private const string Data = "data:";

    /// <summary>What each event says that has come whole: JSON, or else a text.</summary>
    public static IEnumerable<JsonNode?> In(string body) => body.ReplaceLineEndings("\n").Split("\n\n")[..^1]
        .Select(lines => lines.Split('\n').Where(line => line.StartsWith(Data, StringComparison.Ordinal)).ToList())
        .Where(lines => lines.Count > 0)
        .Select(lines => Read(string.Join('\n', lines.Select(line => line[Data.Length..].TrimStart(' ')))));

    /// <summary>What each line says that has come whole.</summary>
    public static IEnumerable<JsonNode?> InLines(string body) => body.Split('\n')[..^1].Select(Read);

    private static JsonNode? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
