using System.Globalization;
using System.Text.RegularExpressions;

namespace FastApiStyle.Testing.Schemas;

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
            ["2024-02-30", "2024-2-3", "01.02.2024", "2024-02-03T00:00:00Z", "today", ""],
            text => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _)),
        ["date-time"] = new($@"{Date}T{Time}(Z|[+-]([01]\d|2[0-3]):[0-5]\d)",
            ["2024-02-29T23:59:59Z", "2024-05-01T10:00:00.1234567+09:00", "1969-07-20T20:17:40.5-05:30", "2001-01-01T00:00:00-00:00", "9999-12-31T23:59:59Z"],
            ["2024-05-01T10:00:00", "2024-05-01", "2024-13-01T10:00:00Z", "2024-05-01T25:00:00Z", "10:00", "01/05/2024 10:00:00", "now", ""],
            text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)),
        ["time"] = new($@"{Time}(Z|[+-]\d\d:\d\d)?", ["00:00:00", "23:59:59.5", "12:30:01"], ["24:00:00", "noon", ""]),
        ["email"] = new(@"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*", ["user{n}@example.com", "O'Neil+{n}@mail.example.co.kr", $"{{n}}{new('x', 56)}@{new('d', 63)}.example"],
            ["nobody", "@example.com", "nobody@", "a@b@example.com", "no body@example.com", ""]),
        ["idn-email"] = new(@"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", ["user{n}@example.com", "O'Neil+{n}@mail.example.co.kr", "用户{n}@例子.example", $"{{n}}{new('x', 56)}@{new('d', 63)}.example"],
            ["nobody", "@example.com", "nobody@", "nobody@localhost", "a@b@example.com", "no body@example.com", ""]),
        ["uri"] = new(@"[a-z][a-z0-9+.-]*:[^\s]+", ["https://example.com", "http://127.0.0.1:8080/a/b?c=d&e=%20#f", "mailto:a@example.com", "urn:isbn:0451450523"],
            ["no uri", "/relative", "example.com", "http://", ""], text => Uri.TryCreate(text, UriKind.Absolute, out _)),
        ["uri-reference"] = new(@"[^\s\\<>""{}|^`]*", ["/a/1?b=c#d", "../up", "https://example.com/"], ["http://[no uri", "a b"],
            text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _)),
        ["byte"] = new("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", ["", "QQ==", "{n}"], ["no base64", "abc", "a===", "-_-_"]),
    };

    public bool Allows(string text) =>
        Regex.IsMatch(text, $@"\A({Pattern})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) && (Means?.Invoke(text) ?? true);

    public string Next(Random random) =>
        random.Pick(Samples).Replace("{n}", random.Next(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Null for one that no text breaks.</summary>
    public static Format? Of(string name) => Known.TryGetValue(name, out var format) ? format
        : name is "decimal" or "double" or "float" or "password" or "binary" || name.TrimStart('u').StartsWith("int", StringComparison.Ordinal) ? null
        : throw new ContractException(
            $"The document has the format '{name}', which this test does not know: say it with a pattern, and name it in an annotation such as x-format.");
}
