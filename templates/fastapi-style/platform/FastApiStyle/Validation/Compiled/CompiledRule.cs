using System.Linq.Expressions;
using System.Reflection;
using FastApiStyle.OpenApi;
using FluentValidation;

namespace FastApiStyle.Validation.Compiled;

/// <summary>Makes a test of a rule that is about a property and holds in each case.</summary>
internal static class CompiledRule
{
    private static readonly MethodInfo OfMemberMethod = typeof(CompiledRule).GetMethod(nameof(OfMember), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo OfItemsMethod = typeof(CompiledRule).GetMethod(nameof(OfItems), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>Null for another rule.</returns>
    public static Func<T, bool>? Of<T>(IValidationRule rule, RuleCompiler compiler)
    {
        // FluentValidation's own: the rules of a validator are of no other types.
        var make = rule.GetType() is { IsGenericType: true } type && HoldsInEachCase(rule)
            ? type.GetGenericTypeDefinition().Name switch
            {
                "PropertyRule`2" => OfMemberMethod.MakeGenericMethod(type.GenericTypeArguments),
                "IncludeRule`1" => OfMemberMethod.MakeGenericMethod(typeof(T), typeof(T)),
                "CollectionPropertyRule`2" => OfItemsMethod.MakeGenericMethod(type.GenericTypeArguments),
                _ => null,
            }
            : null;
        return (Func<T, bool>?)make?.Invoke(null, [rule, compiler]);
    }

    private static bool HoldsInEachCase(IValidationRule rule) =>
        !rule.HasCondition && !rule.HasAsyncCondition && rule.RuleSets is null or [] && rule.DependentRules?.Any() != true
        && rule.Components.All(component => !component.HasCondition && !component.HasAsyncCondition);

    private static Func<T, bool>? OfMember<T, TValue>(IValidationRule rule, RuleCompiler compiler)
    {
        // Included rules have no expression: they are about the same value.
        var get = MemberGetter.Of<T, TValue>(rule.Expression ?? (Expression<Func<T, T>>)(value => value));
        return get is not null && TestsOf<TValue>(rule, compiler) is { } tests ? value => AllHold(tests, get(value)) : null;
    }

    private static Func<T, bool>? OfItems<T, TItem>(IValidationRule rule, RuleCompiler compiler)
    {
        var get = MemberGetter.Of<T, IEnumerable<TItem>>(rule.Expression);
        return get is not null && !RuleInsides.IsFiltered(rule) && rule is ICollectionRule<T, TItem> { IndexBuilder: null }
            && TestsOf<TItem>(rule, compiler) is { } tests
                ? value => CompiledItems.AllHold(tests, get(value))
                : null;
    }

    private static Func<TValue, bool>[]? TestsOf<TValue>(IValidationRule rule, RuleCompiler compiler)
    {
        var tests = rule.Components.Select(component => ValueTests.Of<TValue>(component.Validator, compiler)).OfType<Func<TValue, bool>>().ToArray();
        return tests.Length == rule.Components.Count() ? tests : null;
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
}
