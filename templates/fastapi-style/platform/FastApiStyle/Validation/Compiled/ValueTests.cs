using System.Reflection;
using FastApiStyle.OpenApi;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiStyle.Validation.Compiled;

/// <summary>What proves a value to one rule of a chain: of those of this library, and of FluentValidation's whose types are known.</summary>
internal static class ValueTests
{
    private const BindingFlags Own = BindingFlags.NonPublic | BindingFlags.Static;

    private static readonly MethodInfo OfChildMethod = typeof(ValueTests).GetMethod(nameof(OfChild), Own)!;
    private static readonly MethodInfo LiftMethod = typeof(ValueTests).GetMethod(nameof(Lift), Own)!;

    /// <returns>Null for another rule.</returns>
    public static Func<TValue, bool>? Of<TValue>(IPropertyValidator rule, RuleCompiler compiler)
    {
        var test = rule switch
        {
            IValueRule<TValue> own => (Func<TValue, bool>)own.Holds,
            // A type that derives from one of FluentValidation's may mean anything.
            _ when rule.GetType() is not { IsGenericType: true } type || type.Assembly != typeof(IPropertyValidator).Assembly => null,
            IChildValidatorAdaptor => ChildOf<TValue>(rule, compiler),
            _ => BuiltInRules.TestOf(rule),
        };
        return test switch
        {
            null => null,
            Func<TValue, bool> fits => fits,
            _ when Nullable.GetUnderlyingType(typeof(TValue)) is { } inner && test.GetType() == typeof(Func<,>).MakeGenericType(inner, typeof(bool)) =>
                (Func<TValue, bool>)LiftMethod.MakeGenericMethod(inner).Invoke(null, [test])!,
            _ => null,
        };
    }

    public static bool AllHold<TValue>(Func<TValue, bool>[] tests, TValue value)
    {
        foreach (var test in tests)
        {
            if (!test(value))
            {
                return false;
            }
        }
        return true;
    }

    private static Delegate? ChildOf<TValue>(IPropertyValidator rule, RuleCompiler compiler)
    {
        if (rule.GetType().GetGenericTypeDefinition() != typeof(ChildValidatorAdaptor<,>) || RuleInsides.ValidatorOf(rule) is not { } child)
        {
            return null;
        }
        for (var type = child.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AbstractValidator<>))
            {
                return (Delegate?)OfChildMethod.MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [child, compiler]);
            }
        }
        return null;
    }

    private static Func<T, bool>? OfChild<T>(IValidator<T> validator, RuleCompiler compiler) =>
        compiler.TestOf(validator) is not { } test ? null
        : default(T) is null ? value => value is null || test(value)
        : test;

    /// <summary>A rule for a value is not asked about null.</summary>
    private static Func<T?, bool> Lift<T>(Func<T, bool> test) where T : struct => value => value is not { } there || test(there);
}
