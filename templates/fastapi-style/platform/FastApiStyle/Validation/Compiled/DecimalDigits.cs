namespace FastApiStyle.Validation.Compiled;

/// <summary>How many digits a decimal may have, as FluentValidation's <c>PrecisionScale</c> counts them: its loops divide decimals.</summary>
internal sealed class DecimalDigits(int precision, int scale, bool ignoreTrailingZeros)
{
    // No decimal has more than 29 digits.
    private readonly decimal? limit = precision - scale > 28 ? null : PowerOfTen(precision - scale);

    public bool Hold(decimal value) =>
        (limit is not { } end || Math.Abs(value) < end)
        && (value.Scale <= scale || (ignoreTrailingZeros && decimal.Round(value, scale, MidpointRounding.ToZero) == value));

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }
        return power;
    }
}
