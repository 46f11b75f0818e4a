using System.Globalization;
using System.Text.RegularExpressions;

namespace FastApiService.Tests.Contract;

/// <summary>What a format allows, some texts that have it, and some that nearly do.</summary>
internal sealed record Format(Predicate<string> Allows, Func<Random, string> Next, string[] Faults)
{
    private const string Date = @"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])";
    private const string Time = @"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?";

    /// <summary>Null for one that a text cannot break.</summary>
    public static Format? Of(string name) => name switch
    {
        "uuid" => new(
            Like("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            random => random.Next(2) == 0 ? NewId(random).ToString() : NewId(random).ToString().ToUpperInvariant(),
            ["no-uuid", "", "0123456789abcdef0123456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}", "01234567-89ab-cdef-0123-456789abcde"]),
        "date" => new(
            text => Like(Date)(text) && DateOnly.TryParse(text, out _),
            random => DateOnly.FromDayNumber(random.Next(5) switch { 0 => 0, 1 => 3652058, var _ => random.Next(3652058) }).ToString("O", CultureInfo.InvariantCulture),
            ["2024-02-30", "2024-2-3", "01.02.2024", "2024-02-03T00:00:00Z", "today", ""]),
        "date-time" => new(
            text => Like($@"{Date}T{Time}(Z|[+-]([01]\d|2[0-3]):[0-5]\d)")(text) && DateTimeOffset.TryParse(text, out _),
            random => Pick(random, "2024-02-29T23:59:59Z", "2024-05-01T10:00:00.1234567+09:00", "1969-07-20T20:17:40.5-05:30", "2001-01-01T00:00:00-00:00", "9999-12-31T23:59:59Z"),
            ["2024-05-01T10:00:00", "2024-05-01", "2024-13-01T10:00:00Z", "2024-05-01T25:00:00Z", "10:00", "01/05/2024 10:00:00", "now", ""]),
        "time" => new(
            Like($@"{Time}(Z|[+-]\d\d:\d\d)?"), random => Pick(random, "00:00:00", "23:59:59.5", "12:30:01"), ["24:00:00", "noon", ""]),
        "email" => new(
            text => Like(@"[^@\s]+@[^@\s.]+(\.[^@\s.]+)*")(text),
            random => random.Next(3) switch
            {
                0 => $"user{random.Next()}@example.com",
                1 => $"O'Neil+{random.Next()}@mail.example.co.kr",
                var _ => $"u{random.Next():D10}".PadRight(64, 'x') + "@" + string.Join('.', Enumerable.Repeat(new string('d', 47), 3)) + "." + new string('e', 45),
            },
            ["nobody", "@example.com", "nobody@", "a@b@example.com", "no body@example.com", ""]),
        "uri" => new(
            text => Like(@"[a-z][a-z0-9+.-]*:[^\s]+")(text) && Uri.TryCreate(text, UriKind.Absolute, out _),
            random => Pick(random, "https://example.com", "http://127.0.0.1:8080/a/b?c=d&e=%20#f", "mailto:a@example.com", "urn:isbn:0451450523"),
            ["no uri", "/relative", "example.com", "http://", ""]),
        "uri-reference" => new(
            text => Like(@"[^\s\\<>""{}|^`]*")(text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            random => Pick(random, "/items/1?a=b#c", "../up", "https://example.com/"),
            ["http://[no uri", "a b"]),
        "byte" => new(
            text => text.Length % 4 == 0 && Like("[A-Za-z0-9+/]*={0,2}")(text),
            random => { var bytes = new byte[random.Next(40)]; random.NextBytes(bytes); return Convert.ToBase64String(bytes); },
            ["no base64", "abc", "a===", "-_-_"]),
        // Only on numbers, or no constraint.
        "int32" or "int64" or "decimal" or "double" or "float" or "password" or "binary" or "int8" or "int16" or "uint8" or "uint16" or "uint32" or "uint64" => null,
        _ => throw new InvalidOperationException($"The document has the format '{name}', which this test does not know: teach it in Formats.cs."),
    };

    /// <summary>The least and the greatest number of a format.</summary>
    public static (Exact Min, Exact Max)? RangeOf(string? name) => name switch
    {
        "int8" => (sbyte.MinValue, sbyte.MaxValue),
        "int16" => (short.MinValue, short.MaxValue),
        "int32" => (int.MinValue, int.MaxValue),
        "int64" => (long.MinValue, long.MaxValue),
        "uint8" => (0, byte.MaxValue),
        "uint16" => (0, ushort.MaxValue),
        "uint32" => (0, uint.MaxValue),
        "uint64" => (0, new(ulong.MaxValue, 0)),
        "decimal" => (Exact.Parse("-79228162514264337593543950335"), Exact.Parse("79228162514264337593543950335")),
        "float" => (Exact.Parse("-3.4028234e38"), Exact.Parse("3.4028234e38")),
        "double" => (Exact.Parse("-1.7976931348623157e308"), Exact.Parse("1.7976931348623157e308")),
        _ => null,
    };

    private static Predicate<string> Like(string pattern) =>
        text => Regex.IsMatch(text, $@"\A({pattern})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string Pick(Random random, params string[] texts) => texts[random.Next(texts.Length)];

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }
}
