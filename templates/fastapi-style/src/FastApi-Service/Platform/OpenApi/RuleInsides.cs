using System.Collections;
using System.Reflection;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiService.Platform.OpenApi;

/// <summary>What rules of FluentValidation hold and no interface of theirs tells.</summary>
internal static class RuleInsides
{
    /// <returns>The validator of a SetValidator, or null where it is chosen request by request.</returns>
    public static IValidator? ValidatorOf(IPropertyValidator adaptor) =>
        Read(adaptor, "RuleSets") is string[] { Length: > 0 } ? null : Read(adaptor, "_validator") as IValidator;

    /// <summary>Whether a comparison is with one value, by the equality of its type.</summary>
    public static bool ComparesWithConstant(IComparisonValidator comparison) =>
        comparison.MemberToCompare is null
        && Fields(comparison.GetType()).Select(field => field.GetValue(comparison)).All(value =>
            value is not Delegate && (value is not IEqualityComparer || ReferenceEquals(value, StringComparer.Ordinal)));

    /// <summary>Whether a rule for the items of a list leaves some out.</summary>
    public static bool IsFiltered(IValidationRule rule) => Read(rule, "Filter") is not null || Read(rule, "AsyncFilter") is not null;

    public static bool IsCollectionRule(IValidationRule rule) => Array.Exists(
        rule.GetType().GetInterfaces(),
        type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));

    public static (int Precision, int Scale, bool IgnoreTrailingZeros)? PrecisionOf(IPropertyValidator rule) =>
        rule.Name == "ScalePrecisionValidator" && Read(rule, "Precision") is int precision && Read(rule, "Scale") is int scale
            ? (precision, scale, Read(rule, "IgnoreTrailingZeros") is true)
            : null;

    /// <returns>The names that IsEnumName lets by, or null for another rule.</returns>
    public static IReadOnlyList<string>? EnumNamesOf(IPropertyValidator rule) =>
        rule.Name == "StringEnumValidator" ? Read(rule, "_enumNames") as string[] : null;

    public static bool IgnoresCase(IPropertyValidator rule) =>
        Read(rule, "_caseSensitive") is false || (Read(rule, "_comparer") is IEqualityComparer<string> comparer && comparer.Equals("a", "A"));

    private static object? Read(object holder, string name)
    {
        var property = holder.GetType().GetProperty(name);
        return property is not null
            ? property.GetValue(holder)
            : Fields(holder.GetType()).FirstOrDefault(field => field.Name == name)?.GetValue(holder);
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));
}
