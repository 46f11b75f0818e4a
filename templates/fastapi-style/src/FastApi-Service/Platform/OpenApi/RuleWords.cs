using FastApiService.Platform.Validation;
using FluentValidation.Internal;
using FluentValidation.Validators;

namespace FastApiService.Platform.OpenApi;

/// <summary>The rules that a schema cannot state, in words.</summary>
internal static class RuleWords
{
    /// <summary>What a rule is about that is computed.</summary>
    public const string Unreadable = "(computed)";

    /// <param name="component">The rule.</param>
    /// <param name="name">The member on the wire.</param>
    /// <param name="part">What of the member the rule is about, where that is no member on the wire.</param>
    /// <param name="sometimes">Whether the rule holds in some cases only.</param>
    public static string Of(IRuleComponent component, string name, string part, bool sometimes)
    {
        if (MessageOf(component, name) is { } message)
        {
            return sometimes ? $"In some cases: {message}" : message;
        }
        var phrase = part == Unreadable ? null : PhraseOf(component.Validator);
        return (phrase, part, sometimes) switch
        {
            (null, _, true) => "In some cases a further rule holds, which a schema cannot state.",
            (null, _, false) => "Has a further rule, which a schema cannot state.",
            (_, { Length: > 0 }, true) => $"In some cases: `{part}` is {phrase}.",
            (_, { Length: > 0 }, false) => $"Its `{part}` must be {phrase}.",
            (_, _, true) => $"In some cases: {phrase}.",
            _ => phrase.StartsWith("not ", StringComparison.Ordinal) ? $"Must not be {phrase[4..]}." : $"Must be {phrase}.",
        };
    }

    private static string? PhraseOf(IPropertyValidator rule) => rule switch
    {
        INotNullValidator => "present and not null",
        INotEmptyValidator => "not empty",
        INullValidator => "absent or null",
        { Name: "EmptyValidator" } => "empty",
        ILengthValidator length => Range(length.Min, length.Max, rule is ISchemaRule ? "character" : "UTF-16 unit"),
        ICountRule count => Range(count.Min, count.Max, "item"),
        IUniqueRule => "without an item that stands twice",
        IEmailValidator => "an e-mail address",
        IRegularExpressionValidator pattern =>
            rule is ISchemaRule ? $"a match of `{pattern.Expression}`" : $"a match of the .NET pattern `{pattern.Expression}`",
        IComparisonValidator comparison => PhraseOf(comparison),
        IInclusiveBetweenValidator between => $"from {Text(between.From)} to {Text(between.To)}",
        IBetweenValidator between => $"more than {Text(between.From)} and less than {Text(between.To)}",
        { Name: "EnumValidator" } => "one of the known names",
        { Name: "CreditCardValidator" } => "a credit card number",
        _ when RuleInsides.EnumNamesOf(rule) is { } names =>
            $"one of {string.Join(", ", names.Select(known => $"`{known}`"))}{CaseOf(rule)}",
        _ => RuleInsides.PrecisionOf(rule) is { } digits
            ? $"of at most {digits.Precision - digits.Scale} digits before the point and {digits.Scale} after it"
                + (digits.IgnoreTrailingZeros ? "" : ", where trailing zeros count")
            : null,
    };

    private static string? PhraseOf(IComparisonValidator comparison)
    {
        var other = comparison.MemberToCompare is { } member ? $"`{WireNames.Of(member)}`"
            : comparison.ValueToCompare is { } value && !HoldsFunction(comparison) ? Text(value)
            : null;
        return other is null ? null : comparison.Comparison switch
        {
            Comparison.Equal => $"equal to {other}{CaseOf(comparison)}",
            Comparison.NotEqual => $"different from {other}{CaseOf(comparison)}",
            Comparison.LessThan => $"less than {other}",
            Comparison.LessThanOrEqual => $"less than or equal to {other}",
            Comparison.GreaterThan => $"greater than {other}",
            _ => $"greater than or equal to {other}",
        };
    }

    private static string CaseOf(IPropertyValidator rule) => RuleInsides.IgnoresCase(rule) ? ", in any letter case" : "";

    private static bool HoldsFunction(IComparisonValidator comparison) => !RuleInsides.ComparesWithConstant(comparison)
        && comparison.Comparison is not (Comparison.Equal or Comparison.NotEqual);

    private static string Text(object? value) => value switch
    {
        null => "null",
        IFormattable when Keywords.IsNumber(value.GetType()) => Keywords.Text(value),
        DateTime or DateTimeOffset or DateOnly or TimeOnly =>
            ((IFormattable)value).ToString("O", null).Replace(".0000000", "", StringComparison.Ordinal),
        _ => $"`{value}`",
    };

    private static string Range(int min, int max, string unit) => (min, max) switch
    {
        (_, -1 or int.MaxValue) => $"at least {Counted(min, unit)} long",
        (0, _) => $"at most {Counted(max, unit)} long",
        _ when min == max => $"exactly {Counted(min, unit)} long",
        _ => $"{min} to {Counted(max, unit)} long",
    };

    private static string Counted(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    /// <returns>What the author of the rule says about it, or null.</returns>
    private static string? MessageOf(IRuleComponent component, string name)
    {
        try
        {
            var message = component.GetUnformattedErrorMessage();
            if (message == component.Validator.GetDefaultMessageTemplate(component.ErrorCode))
            {
                return null;
            }
            var formatter = new MessageFormatter().AppendPropertyName(name.Length > 0 ? $"`{name}`" : "it").AppendArgument("PropertyValue", "the value");
            if (component.Validator is IComparisonValidator comparison)
            {
                formatter.AppendArgument("ComparisonProperty", comparison.MemberToCompare is { } other ? $"`{WireNames.Of(other)}`" : "")
                    .AppendArgument("ComparisonValue", comparison.MemberToCompare is { } value ? $"`{WireNames.Of(value)}`" : Text(comparison.ValueToCompare));
            }
            var sentence = formatter.BuildMessage(message).Trim();
            sentence = char.ToUpperInvariant(sentence[0]) + sentence[1..];
            return sentence[^1] is '.' or '!' or '?' ? sentence : $"{sentence}.";
        }
        catch (Exception exception) when (exception is NullReferenceException or IndexOutOfRangeException or InvalidCastException)
        {
            // The message is made from the request.
            return null;
        }
    }
}
