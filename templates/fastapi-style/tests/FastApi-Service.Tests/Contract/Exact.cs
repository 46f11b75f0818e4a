using System.Globalization;
using System.Numerics;

namespace FastApiService.Tests.Contract;

/// <summary>A JSON number as it is written: no bound of a document is too large for it, and 0.1 is 0.1.</summary>
internal readonly record struct Exact(BigInteger Digits, int Exponent) : IComparable<Exact>
{
    public bool IsInteger => IsMultipleOf(1);

    /// <summary>Without what stands after the point.</summary>
    public BigInteger Whole => Exponent < 0 ? Digits / BigInteger.Pow(10, -Exponent) : At(0);

    public static implicit operator Exact(long number) => new(number, 0);

    public static Exact operator +(Exact left, Exact right) => Both(left, right, BigInteger.Add);

    public static Exact operator -(Exact left, Exact right) => Both(left, right, BigInteger.Subtract);

    public static Exact Parse(string json)
    {
        var parts = json.Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        return new(
            BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
            (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - (point < 0 ? 0 : parts[0].Length - point - 1));
    }

    public int CompareTo(Exact other) => (this - other).Digits.Sign;

    public bool IsMultipleOf(Exact step) => Both(this, step, (left, right) => BigInteger.Remainder(left, right)).Digits.IsZero;

    /// <summary>The greatest multiple of the step that is not above this number.</summary>
    public Exact Floor(Exact step) =>
        this - Both(this, step, (left, right) => (BigInteger.Remainder(left, right) + right) % right);

    public override string ToString()
    {
        if (Exponent is >= 0 and < 40)
        {
            return At(0).ToString(CultureInfo.InvariantCulture);
        }
        if (Exponent is >= 40 or < -40)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Digits}e{Exponent}");
        }
        var digits = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(1 - Exponent, '0');
        return $"{(Digits.Sign < 0 ? "-" : "")}{digits[..^-Exponent]}.{digits[^-Exponent..]}";
    }

    private static Exact Both(Exact left, Exact right, Func<BigInteger, BigInteger, BigInteger> operation)
    {
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return new(operation(left.At(exponent), right.At(exponent)), exponent);
    }

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
}
