using System.Globalization;
using System.Text;

namespace FastApiStyle.Json;

/// <summary>Whether a number means the same in .NET as where it was written.</summary>
internal static class ExactNumber
{
    // Each decimal of so many digits fits.
    private const int AlwaysKept = 28;

    /// <summary>
    /// A decimal keeps each digit. A double or a float may round, but only within its bounds: 1e400 would become infinite.
    /// </summary>
    /// <param name="type">The type that reads the number.</param>
    /// <param name="spelled">The number, as JSON writes it.</param>
    public static bool IsKept(Type type, ReadOnlySpan<byte> spelled)
    {
        if (type == typeof(double) || type == typeof(float))
        {
            // Of a float as it is written, in the document too; its exact value is a little less.
            var largest = type == typeof(double) ? double.MaxValue : 3.4028235E+38;
            var size = Math.Abs(double.Parse(spelled, CultureInfo.InvariantCulture));
            return size < largest || (size == largest && Digits(spelled).SequenceEqual(DigitsOf(largest)));
        }
        return (spelled.Length <= AlwaysKept && !spelled.ContainsAny("eE"u8))
            || (decimal.TryParse(spelled, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && IsExact(number, spelled));
    }

    /// <summary>Whether a decimal is the number that was spelled, and not what it was rounded to.</summary>
    public static bool IsExact(decimal number, ReadOnlySpan<byte> spelled) => Digits(spelled).SequenceEqual(DigitsOf(number));

    private static ReadOnlySpan<byte> DigitsOf(IFormattable number) =>
        Digits(Encoding.ASCII.GetBytes(number.ToString(null, CultureInfo.InvariantCulture)));

    /// <summary>The digits that count, wherever the point stands.</summary>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> number)
    {
        var exponent = number.IndexOfAny("eE"u8);
        var digits = new List<byte>();
        foreach (var character in exponent < 0 ? number : number[..exponent])
        {
            if (char.IsAsciiDigit((char)character))
            {
                digits.Add(character);
            }
        }
        return digits.ToArray().AsSpan().Trim((byte)'0');
    }
}
