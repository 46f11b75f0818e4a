using System.Reflection;
using System.Runtime.CompilerServices;
using FastApiStyle.Validation.Compiled;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;

namespace FastApiStyle.OpenApi;

/// <summary>What rules of FluentValidation hold and no interface of theirs tells.</summary>
internal static class RuleInsides
{
    private static readonly ConditionalWeakTable<IRuleComponent, StrongBox<bool>> OwnMessages = [];

    /// <returns>The validator of a SetValidator, or null where it is chosen request by request.</returns>
    public static IValidator? ValidatorOf(IPropertyValidator adaptor) =>
        Read(adaptor, "RuleSets") is string[] { Length: > 0 }
            ? null
            : Fields(adaptor.GetType()).FirstOrDefault(field => field.Name == "_validator")?.GetValue(adaptor) as IValidator;

    /// <summary>Whether a rule is for the items of a list.</summary>
    public static bool IsForItems(IValidationRule rule) => Array.Exists(
        rule.GetType().GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));

    /// <summary>Whether a rule for items leaves some out.</summary>
    public static bool IsFiltered(IValidationRule rule) =>
        IsForItems(rule) && (Read(rule, "Filter") is not null || Read(rule, "AsyncFilter") is not null);

    /// <summary>Whether a comparison is with one value, by the equality of its type, and not with what code computes.</summary>
    public static bool IsWithConstant(IComparisonValidator comparison) =>
        IsWithOneValue(comparison)
        && Fields(comparison.GetType()).Where(field => IsEquality(field.FieldType)).Select(field => field.GetValue(comparison))
            .All(value => value is null || ReferenceEquals(value, StringComparer.Ordinal));

    /// <summary>Whether a comparison is with one value, by whatever equality.</summary>
    public static bool IsWithOneValue(IComparisonValidator comparison) =>
        comparison.MemberToCompare is null
        && !Fields(comparison.GetType()).Any(field => field.FieldType.IsAssignableTo(typeof(Delegate)) && field.GetValue(comparison) is not null);

    /// <summary>What a rule keeps as <typeparamref name="TField"/>, and whether it keeps one at all.</summary>
    public static bool TryRead<TField>(IPropertyValidator rule, out TField? kept)
    {
        var holder = Fields(rule.GetType()).FirstOrDefault(field => field.FieldType == typeof(TField));
        kept = (TField?)holder?.GetValue(rule);
        return holder is not null;
    }

    /// <summary>Whether the author of a rule may have words for what is wrong. Of most there are none, which is looked for once.</summary>
    public static bool MayHaveOwnMessage(IRuleComponent component) => OwnMessages.GetValue(component, static component =>
    {
        FieldInfo[] fields = [.. Fields(component.GetType()).Where(field => field.Name is "_errorMessage" or "_errorMessageFactory")];
        return new(fields.Length < 2 || Array.Exists(fields, field => field.GetValue(component) is not null));
    }).Value;

    public static (int Precision, int Scale, bool IgnoresTrailingZeros)? PrecisionOf(IPropertyValidator rule) =>
        rule.Name == "ScalePrecisionValidator" && Read(rule, "Precision") is int precision && Read(rule, "Scale") is int scale
            ? (precision, scale, Read(rule, "IgnoreTrailingZeros") is true)
            : null;

    /// <summary>Asks a rule that looks at nothing but the value.</summary>
    public static bool Accepts(IPropertyValidator rule, object? value)
    {
        if (rule is IValueRule<string?> ofText && value is null or string)
        {
            return ofText.Holds((string?)value);
        }
        var asked = rule.GetType().GetInterfaces().First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IPropertyValidator<,>));
        var question = (Question)Activator.CreateInstance(typeof(Question<,>).MakeGenericType(asked.GenericTypeArguments))!;
        return question.Accepts(rule, value);
    }

    private static bool IsEquality(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEqualityComparer<>);

    // Of a property that is read by reflection, the runtime compiles the second reading, for each type anew; of a field it compiles nothing.
    private static object? Read(object holder, string property) =>
        Fields(holder.GetType()).FirstOrDefault(field => field.Name == $"<{property}>k__BackingField") is { } field
            ? field.GetValue(holder)
            : holder.GetType().GetProperty(property)?.GetValue(holder);

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));

    private abstract class Question
    {
        public abstract bool Accepts(IPropertyValidator rule, object? value);
    }

    private sealed class Question<T, TProperty> : Question
    {
        // A rule for a value is not asked about null.
        public override bool Accepts(IPropertyValidator rule, object? value) =>
            (value is null && default(TProperty) is not null)
            || ((IPropertyValidator<T, TProperty>)rule).IsValid(new ValidationContext<T>(default!), (TProperty)value!);
    }
}
