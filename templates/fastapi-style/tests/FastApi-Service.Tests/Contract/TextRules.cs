using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FastApiService.Tests.Contract;

/// <summary>What a format allows, some texts that have it, and some that nearly do. <c>{n}</c> stands for eight random digits.</summary>
internal sealed record Format(string Pattern, string[] Samples, string[] Faults, Predicate<string>? Means = null)
{
    private const string Date = @"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])";
    private const string Time = @"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?";

    private static readonly Dictionary<string, Format> Known = new()
    {
        ["uuid"] = new("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            ["{n}-89ab-4def-8123-456789abcdef", "{n}-89AB-4DEF-8123-456789ABCDEF"],
            ["no-uuid", "", "0123456789abcdef0123456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}", "01234567-89ab-cdef-0123-456789abcde"]),
        ["date"] = new(Date, ["2024-02-29", "0001-01-01", "9999-12-31", "1969-07-20"],
            ["2024-02-30", "2024-2-3", "01.02.2024", "2024-02-03T00:00:00Z", "today", ""], text => DateOnly.TryParse(text, out _)),
        ["date-time"] = new($@"{Date}T{Time}(Z|[+-]([01]\d|2[0-3]):[0-5]\d)",
            ["2024-02-29T23:59:59Z", "2024-05-01T10:00:00.1234567+09:00", "1969-07-20T20:17:40.5-05:30", "2001-01-01T00:00:00-00:00", "9999-12-31T23:59:59Z"],
            ["2024-05-01T10:00:00", "2024-05-01", "2024-13-01T10:00:00Z", "2024-05-01T25:00:00Z", "10:00", "01/05/2024 10:00:00", "now", ""],
            text => DateTimeOffset.TryParse(text, out _)),
        ["time"] = new($@"{Time}(Z|[+-]\d\d:\d\d)?", ["00:00:00", "23:59:59.5", "12:30:01"], ["24:00:00", "noon", ""]),
        ["email"] = new(@"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*", ["user{n}@example.com", "O'Neil+{n}@mail.example.co.kr", $"{{n}}{new('x', 56)}@{new('d', 63)}.example"],
            ["nobody", "@example.com", "nobody@", "a@b@example.com", "no body@example.com", ""]),
        ["uri"] = new(@"[a-z][a-z0-9+.-]*:[^\s]+", ["https://example.com", "http://127.0.0.1:8080/a/b?c=d&e=%20#f", "mailto:a@example.com", "urn:isbn:0451450523"],
            ["no uri", "/relative", "example.com", "http://", ""], text => Uri.TryCreate(text, UriKind.Absolute, out _)),
        ["uri-reference"] = new(@"[^\s\\<>""{}|^`]*", ["/a/1?b=c#d", "../up", "https://example.com/"], ["http://[no uri", "a b"],
            text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _)),
        ["byte"] = new("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", ["", "QQ==", "{n}"], ["no base64", "abc", "a===", "-_-_"]),
    };

    public bool Allows(string text) =>
        Regex.IsMatch(text, $@"\A({Pattern})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) && (Means?.Invoke(text) ?? true);

    public string Next(Random random) =>
        Samples[random.Next(Samples.Length)].Replace("{n}", random.Next(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Null for one that no text breaks: of numbers the bounds say it.</summary>
    public static Format? Of(string name) => Known.TryGetValue(name, out var format) ? format
        : name is "decimal" or "double" or "float" or "password" or "binary" || name.TrimStart('u').StartsWith("int", StringComparison.Ordinal) ? null
        : throw new InvalidOperationException($"The document has the format '{name}', which this test does not know: teach it in TextRules.cs.");
}

/// <summary>
/// A pattern, read as ECMA-262 does. The texts that it writes are likely to match, but of what looks around, and of the rarer
/// syntax, it knows nothing: who asks for one checks, and an <c>example</c> in the schema helps where none is found.
/// </summary>
internal sealed class Pattern(string source)
{
    private const string White = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private static readonly Regex Pair = new(@"[\uD800-\uDBFF][\uDC00-\uDFFF]");
    private static readonly Regex Token = new(@"\\.|[[\]$]");
    private static readonly Regex Piece = new(@"\G(\((\?(:|(?<looks><?[=!])|<\w+>))?|\[(\\.|[^\]\\])*\]|\\(u\w{4}|x\w\w|[pP]\{\w+\}|.)|.)", RegexOptions.Singleline);
    private static readonly Regex Repeat = new(@"\G((?<few>[*+?])|\{(?<least>\d+)(,(?<most>\d*))?\})?\??");
    private static readonly string[] Characters = [.. Enumerable.Range(0, 0x250).Append(0x3042).Append(0xAC00).Append(0xFEFF).Select(code => $"{(char)code}")];
    private static readonly Dictionary<string, Pattern> Known = [];

    private readonly Regex regex = new(Translate(source), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private readonly Dictionary<string, string[]> sets = [];
    private int at;

    public static Pattern Of(string source) => Known.TryGetValue(source, out var pattern) ? pattern : Known[source] = new(source);

    /// <summary>One code point is one character here, as with the flag <c>u</c>.</summary>
    public bool Matches(string text) => regex.IsMatch(Pair.Replace(text, "\uD800"));

    public string Next(Random random)
    {
        at = 0;
        return Alternatives(random);
    }

    /// <summary>Replaces what means something else to .NET: the end, the classes, and a bracket in a set.</summary>
    private static string Translate(string source)
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

    private string Alternatives(Random random)
    {
        List<StringBuilder> branches = [new()];
        while (at < source.Length && source[at] != ')')
        {
            if (source[at] == '|')
            {
                at++;
                branches.Add(new());
                continue;
            }
            var start = at;
            var piece = Atom(random);
            var repeat = Repeat.Match(source, at).Groups;
            var end = at + repeat[0].Length;
            int Number(string group, int other) => int.TryParse(repeat[group].Value, CultureInfo.InvariantCulture, out var number) ? number : other;
            var least = Number("least", repeat["few"].Value is "*" or "?" ? 0 : 1);
            var most = repeat["few"].Value is "*" or "+" || repeat["most"].Success ? Number("most", least + 4) : Math.Max(1, least);
            for (var count = random.Next(least, Math.Min(most, least + 4) + 1); count > 0; count--)
            {
                branches[^1].Append(piece);
                at = start;
                piece = Atom(random);
            }
            at = end;
        }
        return branches[random.Next(branches.Count)].ToString();
    }

    private string Atom(Random random)
    {
        var match = Piece.Match(source, at);
        at += match.Length;
        switch (match.Value)
        {
            case ['(', ..]:
                var text = Alternatives(random);
                at++;
                return match.Groups["looks"].Success ? "" : text;
            case "^" or "$" or @"\b" or @"\B":
                return "";
            case ['[' or '\\' or '.', ..] set:
                var all = sets.TryGetValue(set, out var known) ? known
                    : sets[set] = [.. Characters.Where(text => Regex.IsMatch(text, $@"\A{Translate(set)}\z"))];
                return all.Length == 0 ? "" : all[random.Next(all.Length)];
            case var letter:
                return letter;
        }
    }
}
