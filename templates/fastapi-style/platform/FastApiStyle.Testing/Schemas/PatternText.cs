using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FastApiStyle.Testing.Schemas;

/// <summary>
/// Writes a text that a pattern is likely to match. Of what looks around, and of the rarer syntax, it knows nothing: who asks for
/// a text checks it, and an <c>example</c> in the schema helps where none is found.
/// </summary>
internal sealed class PatternText(string pattern, Random random)
{
    private static readonly Regex Piece = new(@"\G(\((\?(:|(?<looks><?[=!])|<\w+>))?|\[(\\.|[^\]\\])*\]|\\(u\w{4}|x\w\w|[pP]\{\w+\}|.)|.)", RegexOptions.Singleline);
    private static readonly Regex Repeat = new(@"\G((?<few>[*+?])|\{(?<least>\d+)(,(?<most>\d*))?\})?\??");
    private static readonly string[] Characters = [.. Enumerable.Range(0, 0x250).Append(0x3042).Append(0xAC00).Append(0xFEFF).Select(code => $"{(char)code}")];
    private static readonly ConcurrentDictionary<string, string[]> Sets = [];

    private int at;

    public static string Of(string pattern, Random random) => new PatternText(pattern, random).Alternatives();

    private string Alternatives()
    {
        List<StringBuilder> branches = [new()];
        while (at < pattern.Length && pattern[at] != ')')
        {
            if (pattern[at] == '|')
            {
                at++;
                branches.Add(new());
            }
            else
            {
                Repeated(branches[^1]);
            }
        }
        return random.Pick(branches).ToString();
    }

    /// <summary>A piece as often as what follows it says; each time it is read anew, for another choice.</summary>
    private void Repeated(StringBuilder text)
    {
        var start = at;
        var piece = Atom();
        var repeat = Repeat.Match(pattern, at).Groups;
        var end = at + repeat[0].Length;
        int Number(string group, int other) => int.TryParse(repeat[group].Value, CultureInfo.InvariantCulture, out var number) ? number : other;
        var least = Number("least", repeat["few"].Value is "*" or "?" ? 0 : 1);
        var most = repeat["few"].Value is "*" or "+" || repeat["most"].Success ? Number("most", least + 4) : Math.Max(1, least);
        for (var count = random.Next(least, Math.Min(most, least + 4) + 1); count > 0; count--)
        {
            text.Append(piece);
            at = start;
            piece = Atom();
        }
        at = end;
    }

    private string Atom()
    {
        var match = Piece.Match(pattern, at);
        at += match.Length;
        switch (match.Value)
        {
            case ['(', ..]:
                var text = Alternatives();
                at++;
                return match.Groups["looks"].Success ? "" : text;
            case "^" or "$" or @"\b" or @"\B":
                return "";
            case ['[' or '\\' or '.', ..] set:
                var all = Sets.GetOrAdd(set, static set => [.. Characters.Where(text => Regex.IsMatch(text, $@"\A{Pattern.Translate(set)}\z"))]);
                return all.Length == 0 ? "" : random.Pick(all);
            case var letter:
                return letter;
        }
    }
}
