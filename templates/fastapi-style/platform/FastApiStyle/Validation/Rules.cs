using System.Runtime.CompilerServices;
using FastApiStyle;
using FastApiStyle.Validation;
using FastApiStyle.Validation.Compiled;
using FluentValidation;
using FluentValidation.Results;

#pragma warning disable CA1050 // In no namespace, so that these come before FluentValidation's rules of the same names in every file.

/// <summary>
/// The rules that a schema has a keyword for and FluentValidation another meaning: here they mean what the document says.
/// A length counts Unicode code points, a pattern and white space are those of ECMA-262, an e-mail address is one of RFC 6531, of a
/// domain with a dot.
/// </summary>
public static class FastApiStyleRules
{
#nullable disable annotations // As FluentValidation's: a text that may be null stays one, and another stays another.
    /// <summary>A text of <paramref name="minimum"/> to <paramref name="maximum"/> code points.</summary>
    public static IRuleBuilderOptions<T, string> Length<T>(this IRuleBuilder<T, string> rule, int minimum, int maximum) =>
        rule.SetValidator(new LengthRule<T>(minimum, maximum));

    /// <summary>A text of exactly so many code points.</summary>
    public static IRuleBuilderOptions<T, string> Length<T>(this IRuleBuilder<T, string> rule, int exact) =>
        rule.SetValidator(new LengthRule<T>(exact, exact));

    /// <summary>A text of so many code points at least.</summary>
    public static IRuleBuilderOptions<T, string> MinimumLength<T>(this IRuleBuilder<T, string> rule, int minimum) =>
        rule.SetValidator(new LengthRule<T>(minimum, int.MaxValue));

    /// <summary>A text of so many code points at most.</summary>
    public static IRuleBuilderOptions<T, string> MaximumLength<T>(this IRuleBuilder<T, string> rule, int maximum) =>
        rule.SetValidator(new LengthRule<T>(0, maximum));

    /// <summary>A text that holds more than white space: <c>minLength: 1</c> and the pattern <c>\S</c>.</summary>
    public static IRuleBuilderOptions<T, string> NotEmpty<T>(this IRuleBuilder<T, string> rule) =>
        rule.SetValidator(new NotBlankRule<T>());

    /// <summary>A text in which a pattern is found.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="pattern">As ECMA-262 reads it: <c>$</c> is the very end, <c>\d</c> is 0 to 9.</param>
    public static IRuleBuilderOptions<T, string> Matches<T>(this IRuleBuilder<T, string> rule, string pattern) =>
        rule.SetValidator(new PatternRule<T>(pattern));

    /// <summary>A text that is an e-mail address.</summary>
    public static IRuleBuilderOptions<T, string> EmailAddress<T>(this IRuleBuilder<T, string> rule) =>
        rule.SetValidator(new EmailRule<T>());
#nullable restore annotations

    /// <summary>A list of so many items at least.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<TItem>?> MinimumCount<T, TItem>(
        this IRuleBuilder<T, IReadOnlyCollection<TItem>?> rule, int minimum) =>
        rule.SetValidator(new CountRule<T, TItem>(minimum, int.MaxValue));

    /// <summary>A list of so many items at most.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<TItem>?> MaximumCount<T, TItem>(
        this IRuleBuilder<T, IReadOnlyCollection<TItem>?> rule, int maximum) =>
        rule.SetValidator(new CountRule<T, TItem>(0, maximum));

    /// <summary>A list in which no item stands twice.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<TItem>?> UniqueItems<T, TItem>(
        this IRuleBuilder<T, IReadOnlyCollection<TItem>?> rule) =>
        rule.SetValidator(new UniqueRule<T, TItem>());

    /// <summary>Rules for the value of a PATCH member, asked where it was sent.</summary>
    public static IRuleBuilderOptions<T, Optional<TValue>> WhenSent<T, TValue>(
        this IRuleBuilder<T, Optional<TValue>> rule, Action<IRuleBuilder<Optional<TValue>, TValue>> rules) =>
        rule.SetValidator(new SentValidator<TValue>(rules));

    /// <summary>The rules so far hold in some cases only. In the document the condition stands as it is written here.</summary>
    /// <param name="rule">The rules.</param>
    /// <param name="predicate">In which cases.</param>
    /// <param name="applyConditionTo">Whether it is about all rules so far or the last one.</param>
    /// <param name="condition">The text of <paramref name="predicate"/>, which the compiler fills in.</param>
    public static IRuleBuilderOptions<T, TProperty> When<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        Func<T, bool> predicate,
        ApplyConditionTo applyConditionTo = ApplyConditionTo.AllValidators,
        [CallerArgumentExpression(nameof(predicate))] string condition = "") =>
        DefaultValidatorOptions.When(rule, predicate, applyConditionTo)
            .Configure(held => RuleConditions.Keep(held, applyConditionTo, "when", condition));

    /// <summary>The rules so far hold but in some cases. In the document the condition stands as it is written here.</summary>
    /// <param name="rule">The rules.</param>
    /// <param name="predicate">In which cases they do not.</param>
    /// <param name="applyConditionTo">Whether it is about all rules so far or the last one.</param>
    /// <param name="condition">The text of <paramref name="predicate"/>, which the compiler fills in.</param>
    public static IRuleBuilderOptions<T, TProperty> Unless<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule,
        Func<T, bool> predicate,
        ApplyConditionTo applyConditionTo = ApplyConditionTo.AllValidators,
        [CallerArgumentExpression(nameof(predicate))] string condition = "") =>
        DefaultValidatorOptions.Unless(rule, predicate, applyConditionTo)
            .Configure(held => RuleConditions.Keep(held, applyConditionTo, "unless", condition));

    private sealed class SentValidator<TValue> : AbstractValidator<Optional<TValue>>, ISometimesAsked<Optional<TValue>>
    {
        public SentValidator(Action<IRuleBuilder<Optional<TValue>, TValue>> rules) => rules(RuleFor(sent => sent.Value));

        public bool IsAsked(Optional<TValue> value) => value.HasValue;

        protected override bool PreValidate(ValidationContext<Optional<TValue>> context, ValidationResult result) =>
            IsAsked(context.InstanceToValidate);
    }
}
