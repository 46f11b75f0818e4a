using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FastApiStyle.Json;

/// <summary>Why a text is no date or no time, in the words of the reader that Pydantic 2 has for them.</summary>
internal static partial class DateReasons
{
    private const string TooMuch = "unexpected extra characters at the end of the input";

    // As RFC 3339 §5.6 has it: 2024-05-01.
    private const int Length = 10;

    private static readonly (string Name, int At, int Length)[] Fields = [("year", 0, 4), ("month", 5, 2), ("day", 8, 2)];

    /// <returns>What is wrong with the date with which a text begins, or null.</returns>
    private static string? OfDate(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, Length)]);
        if (bytes.Length < Length)
        {
            return "input is too short";
        }
        foreach (var (name, at, length) in Fields)
        {
            if (bytes.AsSpan(at, length).ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return $"invalid character in {name}";
            }
            if (at + length < Length && bytes[at + length] != '-')
            {
                return "invalid date separator, expected `-`";
            }
        }
        var (year, month, day) = (Number(bytes[..4]), Number(bytes[5..7]), Number(bytes[8..]));
        return month is < 1 or > 12 ? "month value is outside expected range of 1-12"
            // To it, a year 0 is one, and a leap year.
            : day < 1 || day > DateTime.DaysInMonth(year == 0 ? 4 : year, month) ? "day value is outside expected range"
            : null;
    }

    /// <summary>A text for a date.</summary>
    public static (string Type, string Msg, string? Reason) Date(string text) => OfDate(text) is { } reason
        ? ("date_from_datetime_parsing", "Input should be a valid date or datetime", reason)
        : text.Length == Length ? ("date_parsing", "Input should be a valid date in the format YYYY-MM-DD", "year 0 is out of range")
        : text[Length] is not ('T' or 't' or '_' or ' ')
            ? ("date_from_datetime_parsing", "Input should be a valid date or datetime", "invalid datetime separator, expected `T`, `t`, `_` or space")
        : TimeOfDay.IsMatch(text[Length..]) ? ("date_from_datetime_inexact", "Datetimes provided to dates should have zero time - e.g. be exact dates", null)
        : ("date_from_datetime_parsing", "Input should be a valid date or datetime", TooMuch);

    /// <summary>A text for a date with its time. One that Pydantic takes, though it does not say all, is told what to say.</summary>
    public static (string Type, string Msg, string? Reason) DateAndTime(string text)
    {
        var reason = OfDate(text);
        return reason is null && (text.Length == Length || TimeOfDay.IsMatch(text[Length..]))
            ? ("datetime_from_date_parsing", "Input should be a date and time with its offset from UTC, as RFC 3339 writes it", null)
            : ("datetime_from_date_parsing", "Input should be a valid datetime or date", reason ?? TooMuch);
    }

    /// <summary>A text for a duration. One of ISO 8601 is told how durations are written here.</summary>
    public static (string Type, string Msg, string? Reason) Duration(string text) =>
        text.Length == 0 ? ("time_delta_parsing", "Input should be a valid timedelta", "input is too short")
        : text.TrimStart('-') is [>= '0' and <= '9' or 'P', ..] ? ("time_delta_parsing", "Input should be a duration as in 1.02:03:04", null)
        : ("time_delta_parsing", "Input should be a valid timedelta", "invalid digit in duration");

    private static int Number(byte[] digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[Tt_ ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?([Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])?\z")]
    private static partial Regex TimeOfDay { get; }
}
