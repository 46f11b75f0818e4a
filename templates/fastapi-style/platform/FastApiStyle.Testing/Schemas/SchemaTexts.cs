using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>Texts for a schema, most of which match it.</summary>
internal sealed class SchemaTexts(Random random)
{
    public const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>Each is one character to a person, one code point to JSON Schema, and two to .NET.</summary>
    public const string Emoji = "😀🧑🚀𠮷";

    private static readonly string[] Alphabets =
    [
        Letters, Letters, " ", Emoji, "漢字かなカナ한글",
        "éñe\u0301\u0308ßИя", "'\"\\<>&%_;{}[]$`#/|?+=", "\t\r\n\u0001\u001F\u007F\u0085\u200B\uFEFF",
    ];

    /// <param name="plain">Nothing is unusual.</param>
    /// <param name="isLong">Whether one that has no limit may be long.</param>
    public string Next(JsonObject schema, bool plain, bool isLong)
    {
        if (schema["format"] is { } name && Format.Of((string)name!) is { } format && (plain || random.Next(6) > 0))
        {
            return format.Next(random);
        }
        var patterns = (schema["allOf"] as JsonArray ?? []).Append(schema).Select(part => part?["pattern"]).OfType<JsonNode>().ToList();
        if (patterns.Count > 0 && random.Next(2) == 0)
        {
            return Pattern.Of((string)random.Pick(patterns)!).Next(random);
        }
        var least = (int?)schema["minLength"] ?? 0;
        var most = (int?)schema["maxLength"] ?? (isLong && !plain && random.Next(4) == 0 ? 5000 : Math.Max(least, 20));
        return plain
            ? OfLength(Math.Min(most, least + 5 + random.Next(16)), Letters, schema)
            : OfLength(random.Count(least, most, usual: 50), random.Pick(Alphabets), schema);
    }

    /// <summary>A text of so many code points; an address where the schema wants one.</summary>
    public string OfLength(int length, string alphabet, JsonObject schema)
    {
        if ((string?)schema["format"] is "email" or "idn-email" && length > 4)
        {
            var user = length % 2 == 1 ? "u@d" : "uu@d";
            return user + string.Concat(Enumerable.Repeat(".d", (length - user.Length) / 2));
        }
        var letters = alphabet.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, length).Select(_ => random.Pick(letters)));
    }
}
