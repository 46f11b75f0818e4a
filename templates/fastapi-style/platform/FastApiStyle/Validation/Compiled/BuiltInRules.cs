using System.Collections;
using System.Reflection;
using FastApiStyle.OpenApi;
using FluentValidation.Validators;

namespace FastApiStyle.Validation.Compiled;

/// <summary>
/// FluentValidation's own rules, asked without a context, which they need to say what is wrong. What they mean is said once more here
/// only where they could not be asked so, or would allocate.
/// </summary>
internal static class BuiltInRules
{
    private static readonly Dictionary<Type, string> Makers = new()
    {
        [typeof(NotNullValidator<,>)] = nameof(Asked),
        [typeof(NullValidator<,>)] = nameof(Asked),
        [typeof(EmptyValidator<,>)] = nameof(Asked),
        [typeof(NotEmptyValidator<,>)] = nameof(NotEmpty),
        [typeof(EqualValidator<,>)] = nameof(Equal),
        [typeof(NotEqualValidator<,>)] = nameof(NotEqual),
        [typeof(GreaterThanValidator<,>)] = nameof(Comparison),
        [typeof(GreaterThanOrEqualValidator<,>)] = nameof(Comparison),
        [typeof(LessThanValidator<,>)] = nameof(Comparison),
        [typeof(LessThanOrEqualValidator<,>)] = nameof(Comparison),
        [typeof(InclusiveBetweenValidator<,>)] = nameof(InclusiveBetween),
        [typeof(ExclusiveBetweenValidator<,>)] = nameof(ExclusiveBetween),
        [typeof(EnumValidator<,>)] = nameof(DefinedEnum),
        [typeof(PrecisionScaleValidator<>)] = nameof(PrecisionScale),
        [typeof(LengthValidator<>)] = nameof(Length),
        [typeof(ExactLengthValidator<>)] = nameof(Length),
        [typeof(MinimumLengthValidator<>)] = nameof(Length),
        [typeof(MaximumLengthValidator<>)] = nameof(Length),
        [typeof(CreditCardValidator<>)] = nameof(AskedText),
        [typeof(AspNetCoreCompatibleEmailValidator<>)] = nameof(AskedText),
        [typeof(StringEnumValidator<>)] = nameof(AskedText),
    };

    /// <returns>A function of a value, or null for a rule that looks at more than the value.</returns>
    public static Delegate? TestOf(IPropertyValidator rule) => Makers.TryGetValue(rule.GetType().GetGenericTypeDefinition(), out var maker)
        ? (Delegate?)typeof(BuiltInRules).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(rule.GetType().GenericTypeArguments).Invoke(null, [rule])
        : null;

    private static Func<TValue, bool> Asked<T, TValue>(PropertyValidator<T, TValue> rule) => value => rule.IsValid(null!, value);

    private static Func<string, bool> AskedText<T>(PropertyValidator<T, string> rule) => value => rule.IsValid(null!, value);

    private static Delegate NotEmpty<T, TValue>(NotEmptyValidator<T, TValue> rule) => typeof(TValue) == typeof(string)
        ? static (string value) => !string.IsNullOrWhiteSpace(value)
        : typeof(TValue).IsValueType ? Asked(rule)
        : (TValue value) => value switch
        {
            string text => !string.IsNullOrWhiteSpace(text),
            ICollection list => list.Count > 0,
            _ => rule.IsValid(null!, value),
        };

    private static Func<TValue, bool>? Equal<T, TValue>(EqualValidator<T, TValue> rule) =>
        EqualityOf<TValue>(rule) is { } equality && rule.ValueToCompare is var other ? value => equality.Equals(other, value) : null;

    private static Func<TValue, bool>? NotEqual<T, TValue>(NotEqualValidator<T, TValue> rule) =>
        EqualityOf<TValue>(rule) is { } equality && rule.ValueToCompare is var other ? value => !equality.Equals(other, value) : null;

    /// <returns>Null for a comparison with what code computes.</returns>
    private static IEqualityComparer<TValue>? EqualityOf<TValue>(IComparisonValidator rule) =>
        !RuleInsides.IsWithOneValue(rule) || !RuleInsides.TryRead(rule, out IEqualityComparer<TValue>? own) ? null
        : own ?? (IsSimple(Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue)) ? EqualityComparer<TValue>.Default : null);

    // The equality of another type may depend on whether it is asked as an object.
    private static bool IsSimple(Type type) => type.IsEnum || (type.Namespace == nameof(System) && type != typeof(object));

    private static Func<TValue, bool>? Comparison<T, TValue>(AbstractComparisonValidator<T, TValue> rule) where TValue : IComparable<TValue>, IComparable =>
        RuleInsides.IsWithOneValue(rule) && rule.ValueToCompare is { } other ? value => value is null || rule.IsValid(value, other) : null;

    private static Func<TValue, bool>? InclusiveBetween<T, TValue>(RangeValidator<T, TValue> rule) =>
        RuleInsides.TryRead(rule, out IComparer<TValue>? comparer) && comparer is not null && rule is { From: var from, To: var to }
            ? value => value is null || (comparer.Compare(value, from) >= 0 && comparer.Compare(value, to) <= 0)
            : null;

    private static Func<TValue, bool>? ExclusiveBetween<T, TValue>(RangeValidator<T, TValue> rule) =>
        RuleInsides.TryRead(rule, out IComparer<TValue>? comparer) && comparer is not null && rule is { From: var from, To: var to }
            ? value => value is null || (comparer.Compare(value, from) > 0 && comparer.Compare(value, to) < 0)
            : null;

    private static Func<TValue, bool> DefinedEnum<T, TValue>(EnumValidator<T, TValue> rule) =>
        (Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue)) is { IsEnum: true } type && !type.IsDefined(typeof(FlagsAttribute), false)
            ? typeof(DefinedEnums<>).MakeGenericType(type).GetMethod(typeof(TValue) == type ? "Has" : "HasOrNull")!.CreateDelegate<Func<TValue, bool>>()
            : Asked(rule);

    private static Func<decimal, bool> PrecisionScale<T>(PrecisionScaleValidator<T> rule) =>
        new DecimalDigits(rule.Precision, rule.Scale, rule.IgnoreTrailingZeros).Hold;

    private static Func<string, bool>? Length<T>(LengthValidator<T> rule) => rule is { MinFunc: null, MaxFunc: null, Min: var min, Max: var max }
        ? value => value is null || (value.Length >= min && (value.Length <= max || max == -1))
        : null;
}
