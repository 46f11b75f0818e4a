using System.Text;
using System.Text.RegularExpressions;

namespace FastApiStyle.Validation;

/// <summary>
/// A pattern as a JSON Schema has it, in ECMA-262 with the flag <c>u</c>, for the engine of .NET: there <c>$</c> lets a newline by,
/// <c>\d</c>, <c>\s</c> and <c>\w</c> mean other sets, and a character beyond U+FFFF counts as two.
/// </summary>
internal static partial class EcmaPattern
{
    private const string White = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    public static Regex Compile(string pattern)
    {
        var translated = Token.Replace(pattern, Translate);
        try
        {
            // Linear in the length of the text, whatever the pattern.
            return new Regex(translated, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // It looks around or back.
            return new Regex(translated, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
    }

    [GeneratedRegex(@"\\.|\[\^?(\\.|[^\]\\])*\]|[.$]", RegexOptions.Singleline)]
    private static partial Regex Token { get; }

    private static string Translate(Match token) => token.Value switch
    {
        "$" => @"\z",
        "." => $@"(?:[^\n\r\u2028\u2029\uD800-\uDFFF]|{Pair})",
        @"\D" or @"\S" or @"\W" => $@"(?:[^{SetOf(token.Value[1])}\uD800-\uDFFF]|{Pair})",
        @"\d" or @"\s" or @"\w" => $"[{SetOf(token.Value[1])}]",
        ['[', '^', ..] => $@"(?:{Inside(token.Value)[..^1]}\uD800-\uDFFF]|{Pair})",
        ['[', ..] => Inside(token.Value),
        var other => other,
    };

    private static string Inside(string set)
    {
        var text = new StringBuilder(set.Length);
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i] == '\\')
            {
                i++;
                text.Append(set[i] is 'd' or 's' or 'w' ? SetOf(set[i]) : set.AsSpan(i - 1, 2));
            }
            else
            {
                // A bracket inside a set subtracts in .NET.
                text.Append(set[i] == '[' && i > 0 ? @"\[" : set[i].ToString());
            }
        }
        return text.ToString();
    }

    private static string SetOf(char letter) => char.ToLowerInvariant(letter) switch
    {
        'd' => "0-9",
        's' => White,
        _ => "A-Za-z0-9_",
    };
}
