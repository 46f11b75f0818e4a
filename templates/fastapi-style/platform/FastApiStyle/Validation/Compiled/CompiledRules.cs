using System.Linq.Expressions;
using System.Reflection;
using FastApiStyle.OpenApi;
using FluentValidation;

namespace FastApiStyle.Validation.Compiled;

/// <summary>Makes the tests of a rule.</summary>
internal static class CompiledRules
{
    private static readonly MethodInfo OfMemberMethod = typeof(CompiledRules).GetMethod(nameof(OfMember), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo OfItemsMethod = typeof(CompiledRules).GetMethod(nameof(OfItems), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <returns>Null for a rule of which FluentValidation alone knows whether it holds.</returns>
    public static CompiledRule<T>? Of<T>(IValidationRule rule, RuleCompiler compiler)
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
        return (CompiledRule<T>?)make?.Invoke(null, [rule, compiler]);
    }

    private static bool HoldsInEachCase(IValidationRule rule) =>
        !rule.HasCondition && !rule.HasAsyncCondition && rule.RuleSets is null or [] && rule.DependentRules?.Any() != true
        && rule.Components.All(component => !component.HasCondition && !component.HasAsyncCondition);

    private static MemberRule<T, TValue>? OfMember<T, TValue>(IValidationRule<T, TValue> rule, RuleCompiler compiler)
    {
        // Included rules have no expression: they are about the same value.
        var get = MemberGetter.Of<T, TValue>(rule.Expression ?? (Expression<Func<T, T>>)(value => value));
        return get is not null && TestsOf<TValue>(rule, compiler) is { } tests ? new(rule, get, tests) : null;
    }

    private static ItemsRule<T, TItem>? OfItems<T, TItem>(IValidationRule rule, RuleCompiler compiler)
    {
        var get = MemberGetter.Of<T, IEnumerable<TItem>>(rule.Expression);
        return get is not null && !RuleInsides.IsFiltered(rule) && rule is ICollectionRule<T, TItem> { IndexBuilder: null }
            && TestsOf<TItem>(rule, compiler) is { } tests ? new(get, tests) : null;
    }

    private static Func<TValue, bool>[]? TestsOf<TValue>(IValidationRule rule, RuleCompiler compiler)
    {
        var tests = rule.Components.Select(component => ValueTests.Of<TValue>(component.Validator, compiler)).OfType<Func<TValue, bool>>().ToArray();
        return tests.Length == rule.Components.Count() ? tests : null;
    }
}
