using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FastApiStyle.Json;

/// <summary>What follows the last token of a text that is not JSON.</summary>
internal ref partial struct JsonRest(ReadOnlySpan<byte> text, int at)
{
    // No number of a service is longer.
    private const int Longest = 1000;

    private readonly ReadOnlySpan<byte> text = text;

    /// <summary>Where the error is, once it was looked for.</summary>
    public int At { get; private set; } = at;

    private readonly int Next => At < text.Length ? text[At] : -1;

    public string ErrorAfter(JsonTokenType last, Stack<bool> isObject)
    {
        SkipWhite();
        switch (last)
        {
            case JsonTokenType.None or JsonTokenType.PropertyName or JsonTokenType.StartArray:
                return Value(isObject);
            case JsonTokenType.StartObject:
                return Name();
        }
        if (isObject.Count == 0 || Next != ',')
        {
            return TooMuch(isObject);
        }
        var comma = At++;
        SkipWhite();
        if (Next is ']' or '}')
        {
            At = comma;
            return $"Illegal trailing comma before end of {(isObject.Peek() ? "object" : "array")}";
        }
        return isObject.Peek() ? Name() : Value(isObject);
    }

    private string Name()
    {
        if (Next != '"')
        {
            return "Expecting property name enclosed in double quotes";
        }
        if (Text() is { } error)
        {
            return error;
        }
        SkipWhite();
        return "Expecting ':' delimiter";
    }

    private string Value(Stack<bool> isObject)
    {
        if (Next == '"')
        {
            return Text() ?? "Expecting value";
        }
        foreach (var literal in (string[])["true", "false", "null"])
        {
            if (text[At..].StartsWith(Encoding.ASCII.GetBytes(literal)))
            {
                At += literal.Length;
                return TooMuch(isObject);
            }
        }
        return Number() ? TooMuch(isObject) : Next is '{' or '[' ? "Too many levels" : "Expecting value";
    }

    private static string TooMuch(Stack<bool> isObject) => isObject.Count == 0 ? "Extra data" : "Expecting ',' delimiter";

    /// <summary>Skips what can be read as a number, if anything.</summary>
    private bool Number()
    {
        var number = NumberPattern.Match(Encoding.Latin1.GetString(text[At..Math.Min(At + Longest, text.Length)]));
        At += number.Length;
        return number.Success;
    }

    /// <returns>What is wrong with a text in quotes, or null.</returns>
    private string? Text()
    {
        var start = At++;
        for (; Next >= 0 && Next != '"'; At++)
        {
            if (Next < ' ')
            {
                return "Invalid control character at";
            }
            if (Next != '\\' || At + 1 == text.Length)
            {
                continue;
            }
            At++;
            if (Next == 'u' && !HexPattern.IsMatch(Encoding.Latin1.GetString(text[At..Math.Min(At + 5, text.Length)])))
            {
                return "Invalid \\uXXXX escape";
            }
            if (!"\"\\/bfnrtu".Contains((char)Next, StringComparison.Ordinal))
            {
                At--;
                return "Invalid \\escape";
            }
        }
        if (Next < 0)
        {
            At = start;
            return "Unterminated string starting at";
        }
        At++;
        return null;
    }

    private void SkipWhite()
    {
        while (Next is ' ' or '\t' or '\n' or '\r')
        {
            At++;
        }
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")]
    private static partial Regex NumberPattern { get; }

    [GeneratedRegex("^u[0-9A-Fa-f]{4}")]
    private static partial Regex HexPattern { get; }
}
