using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace FastApiStyle.Testing.Schemas;

/// <summary>A pattern, read as ECMA-262 does.</summary>
internal sealed class Pattern(string source)
{
    private const string White = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private static readonly Regex Pair = new(@"[\uD800-\uDBFF][\uDC00-\uDFFF]");
    private static readonly Regex Token = new(@"\\.|[[\]$]");
    private static readonly ConcurrentDictionary<string, Pattern> Known = [];

    private readonly Regex regex = new(Translate(source), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static Pattern Of(string source) => Known.GetOrAdd(source, static source => new(source));

    /// <summary>One code point is one character here, as with the flag <c>u</c>.</summary>
    public bool Matches(string text) => regex.IsMatch(Pair.Replace(text, "\uD800"));

    /// <summary>A text that is likely to match.</summary>
    public string Next(Random random) => PatternText.Of(source, random);

    /// <summary>Replaces what means something else to .NET: the end, the classes, and a bracket in a set.</summary>
    public static string Translate(string source)
    {
        var inSet = false;
        return Token.Replace(source, token =>
        {
            var isInside = inSet;
            inSet = token.Value == "[" || (inSet && token.Value != "]");
            var set = token.Value switch { @"\d" => "0-9", @"\w" => "A-Za-z0-9_", @"\s" => White, @"\S" when !isInside => $"^{White}", _ => "" };
            return set != "" ? isInside ? set : $"[{set}]"
                : token.Value switch { "$" when !isInside => @"\z", "[" when isInside => @"\[", var same => same };
        });
    }
}
