using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FastApiService.Tests.Contract;

/// <summary>
/// A pattern of the document. It reads as ECMA-262 does, and writes texts that are likely to match: of what looks around it
/// knows nothing, so who asks checks.
/// </summary>
internal sealed partial class Pattern
{
    private const string White = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private readonly Regex regex;
    private readonly string source;
    private int at;

    public Pattern(string source)
    {
        this.source = source;
        regex = new(Token.Replace(source, Translate), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>One code point is one character here, as with the flag <c>u</c>.</summary>
    public bool Matches(string text) => regex.IsMatch(Pair.Replace(text, "\uE000"));

    public string Next(Random random)
    {
        at = 0;
        return Alternatives(random);
    }

    [GeneratedRegex(@"[\uD800-\uDBFF][\uDC00-\uDFFF]")]
    private static partial Regex Pair { get; }

    [GeneratedRegex(@"\\.|\[\^?(\\.|[^\]\\])*\]|\$", RegexOptions.Singleline)]
    private static partial Regex Token { get; }

    private static string Translate(Match token) => token.Value switch
    {
        "$" => @"\z",
        @"\S" => $"[^{White}]",
        ['\\', 'd' or 's' or 'w'] => $"[{Set(token.Value[1])}]",
        ['[', ..] set => Regex.Replace(set, @"\\(.)|(?<!^)\[", inner => inner.Value switch
        {
            ['\\', 'd' or 's' or 'w'] => Set(inner.Value[1]),
            "[" => @"\[",
            var other => other,
        }),
        var other => other,
    };

    private static string Set(char letter) => letter switch { 'd' => "0-9", 's' => White, _ => "A-Za-z0-9_" };

    private string Alternatives(Random random)
    {
        List<string> texts = [Sequence(random)];
        while (at < source.Length && source[at] == '|')
        {
            at++;
            texts.Add(Sequence(random));
        }
        return texts[random.Next(texts.Count)];
    }

    private string Sequence(Random random)
    {
        var text = new StringBuilder();
        while (at < source.Length && source[at] is not ('|' or ')'))
        {
            var start = at;
            var piece = Atom(random);
            var (least, most) = Quantifier();
            var end = at;
            var count = random.Next(least, Math.Min(most, least + 4) + 1);
            for (var i = 0; i < count; i++)
            {
                text.Append(piece);
                at = start;
                piece = Atom(random);
            }
            at = end;
        }
        return text.ToString();
    }

    private string Atom(Random random)
    {
        switch (source[at++])
        {
            case '^' or '$':
                return "";
            case '(':
                var looks = source.AsSpan(at) is ['?', '=' or '!', ..] or ['?', '<', '=' or '!', ..];
                var head = Head.Match(source, at);
                at += head.Length;
                var text = Alternatives(random);
                at++;
                return looks ? "" : text;
            case '[':
                var set = SetEnd.Match(source, at - 1).Value;
                at += set.Length - 1;
                return OneOf(set, random);
            case '.':
                return OneOf(".", random);
            case '\\':
                var escape = Escape.Match(source, at).Value;
                at += escape.Length;
                return escape is "b" or "B" ? "" : OneOf($@"\{escape}", random);
            case var letter:
                return letter.ToString();
        }
    }

    [GeneratedRegex(@"\G(\?(:|<?[=!]|<\w+>))?")]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"\G\[\^?(\\.|[^\]\\])*\]")]
    private static partial Regex SetEnd { get; }

    [GeneratedRegex(@"\G(u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[^}]*\}|.)")]
    private static partial Regex Escape { get; }

    [GeneratedRegex(@"\G(?:([*+?])|\{(\d+)(,(\d*))?\})?\??")]
    private static partial Regex Repeat { get; }

    private (int Least, int Most) Quantifier()
    {
        if (at >= source.Length)
        {
            return (1, 1);
        }
        var match = Repeat.Match(source, at);
        at += match.Length;
        int Number(int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        return match.Groups[1].Value switch
        {
            "*" => (0, 4),
            "+" => (1, 5),
            "?" => (0, 1),
            _ when !match.Groups[2].Success => (1, 1),
            _ => (Number(2), !match.Groups[3].Success ? Number(2) : match.Groups[4].Length == 0 ? Number(2) + 4 : Number(4)),
        };
    }

    /// <summary>A character of a set, mostly an ASCII one; each set is asked once for which it holds.</summary>
    private string OneOf(string set, Random random)
    {
        if (!sets.TryGetValue(set, out var characters))
        {
            var member = new Regex($@"\A{Token.Replace(set, Translate)}\z", RegexOptions.CultureInvariant);
            sets[set] = characters = [.. Candidates.Where(character => member.IsMatch(character))];
        }
        var ascii = characters.Count(character => character[0] < 128);
        return characters.Count == 0 ? "" : characters[random.Next(ascii > 0 && random.Next(4) > 0 ? ascii : characters.Count)];
    }

    private readonly Dictionary<string, List<string>> sets = [];

    private static readonly List<string> Candidates =
        [.. Enumerable.Range(0, 0x500).Concat([0x1680, 0x200B, 0x2028, 0x3042, 0x6F22, 0xAC00, 0xFEFF, 0xFF10]).Select(code => ((char)code).ToString())];
}
