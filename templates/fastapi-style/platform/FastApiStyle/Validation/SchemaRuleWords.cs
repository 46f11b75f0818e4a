namespace FastApiStyle.Validation;

/// <summary>What a rule says where no request is answered: of a setting that is wrong, or to a validator that is asked by hand.</summary>
internal static class SchemaRuleWords
{
    /// <param name="minimum">How many there must be.</param>
    /// <param name="maximum">How many there may be; <see cref="int.MaxValue"/> for no bound.</param>
    /// <param name="what">Of what.</param>
    public static string Between(int minimum, int maximum, string what) =>
        $"'{{PropertyName}}' must have {Bounds(minimum, maximum)} {what}, and has {{TotalLength}}.";

    /// <summary>The same, without what they are of.</summary>
    public static string Bounds(int minimum, int maximum) => maximum == int.MaxValue ? $"at least {minimum}"
        : minimum == 0 ? $"at most {maximum}"
        : minimum == maximum ? $"exactly {minimum}"
        : $"{minimum} to {maximum}";
}
