using System.Text.Json;

namespace FastApiStyle.Json;

/// <summary>
/// Where a text stops to be JSON, and why: with the words and the positions, counted in characters, that FastAPI has for it.
/// </summary>
internal static class MalformedJson
{
    /// <returns>The first error, or null where there is none.</returns>
    public static (int Position, string Error)? Find(ReadOnlySpan<byte> text, int maxDepth)
    {
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = maxDepth });
        var isObject = new Stack<bool>();
        var (read, last) = (0L, JsonTokenType.None);
        try
        {
            while (reader.Read())
            {
                (read, last) = (reader.BytesConsumed, reader.TokenType);
                if (last is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    isObject.Push(last == JsonTokenType.StartObject);
                }
                else if (last is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    isObject.Pop();
                }
            }
            return null;
        }
        catch (JsonException)
        {
            var rest = new JsonRest(text, (int)read);
            var error = rest.ErrorAfter(last, isObject);
            return (Characters(text[..rest.At]), error);
        }
    }

    private static int Characters(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var each in bytes)
        {
            // All but the first byte of a character.
            count += (each & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }
}
