using System.Text;
using System.Text.RegularExpressions;

namespace FastApiStyle.Json;

/// <summary>How values are spelled as text, where .NET takes more spellings than a document names.</summary>
internal static partial class WireFormat
{
    private const string TimeOfDay = @"([01]?[0-9]|2[0-3]):[0-5]?[0-9](:[0-5]?[0-9](\.[0-9]{1,7})?)?";

    private const string Span = $@"-?([0-9]{{1,7}}|([0-9]{{1,7}}\.)?{TimeOfDay})";

    /// <summary>What .NET reads as a time of day in JSON, and of a query no other spelling either.</summary>
    public const string TimePattern = $"^{TimeOfDay}$";

    /// <summary>The same of a duration.</summary>
    public const string DurationPattern = $"^{Span}$";

    public static bool IsInteger(Type type) =>
        !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;

    public static bool IsNumber(Type type) => type == typeof(decimal) || type == typeof(double) || type == typeof(float);

    /// <summary>Whether a text is spelled as the type is, and means the same in .NET.</summary>
    public static bool Holds(Type type, string text) =>
        IsSpelled(type, text) && (!IsNumber(type) || ExactNumber.IsKept(type, Encoding.ASCII.GetBytes(text)));

    /// <summary>Whether a text is spelled as the type is, however large a number it may be.</summary>
    public static bool IsSpelled(Type type, string text) => type switch
    {
        { IsEnum: true } => Enum.IsDefined(type, text),
        _ when type == typeof(string) => !text.Contains('\0', StringComparison.Ordinal),
        _ when IsInteger(type) => Integer.IsMatch(text),
        _ when IsNumber(type) => (type == typeof(decimal) ? Number : Float).IsMatch(text),
        _ when type == typeof(bool) => text is "true" or "false",
        _ when type == typeof(Guid) => text.Length == 36 && Guid.TryParseExact(text, "D", out _) && text[8] == '-',
        _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) => DateAndTime.IsMatch(text),
        _ when type == typeof(DateOnly) => Date.IsMatch(text),
        _ when type == typeof(TimeOnly) => Time.IsMatch(text),
        _ when type == typeof(TimeSpan) => Duration.IsMatch(text),
        _ when type == typeof(byte[]) => !text.Any(char.IsWhiteSpace),
        _ when type == typeof(Uri) => Uri.IsWellFormedUriString(text, UriKind.Absolute),
        _ => true,
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z")]
    private static partial Regex Integer { get; }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]
    private static partial Regex Number { get; }

    /// <summary>Clients write large and small ones with an exponent, which the framework does not read as a decimal.</summary>
    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex Float { get; }

    [GeneratedRegex($@"^{TimeOfDay}\z")]
    private static partial Regex Time { get; }

    [GeneratedRegex($@"^{Span}\z")]
    private static partial Regex Duration { get; }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex Date { get; }

    /// <summary>RFC 3339 §5.6, which wants seconds and an offset.</summary>
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex DateAndTime { get; }
}
