using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using FastApiStyle.Validation;

namespace FastApiStyle.Hosting;

/// <summary>
/// The rules that stand on the members of settings, as <see cref="System.ComponentModel.DataAnnotations"/> has them, and on those of what settings hold.
/// A validator is for what takes more: FluentValidation takes longer to wake than settings take to read.
/// </summary>
internal static class SettingAttributes
{
    public static IEnumerable<string> Failures(object settings, string section) => Of(settings, section, new(ReferenceEqualityComparer.Instance));

    private static IEnumerable<string> Of(object settings, string section, HashSet<object> known)
    {
        if (!known.Add(settings))
        {
            yield break;
        }
        foreach (var member in settings.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var rules = MemberAttributes.Of(member).ToList();
            if (rules.Count == 0 && !IsHeld(member))
            {
                continue;
            }
            var (setting, value) = ($"{section}:{member.Name}", member.GetValue(settings));
            foreach (var rule in rules)
            {
                if (Refusal(rule, value, new(settings) { MemberName = member.Name, DisplayName = member.Name }) is { } message)
                {
                    yield return $"The setting {setting} is wrong: {SettingWords.Of(rule, member.Name, value, message)}.";
                }
            }
            foreach (var failure in Inside(value, setting, known))
            {
                yield return failure;
            }
        }
        foreach (var failure in OfAll(settings))
        {
            yield return $"The setting {string.Join(':', [section, .. failure.MemberNames.Take(1)])} is wrong: {failure.ErrorMessage?.TrimEnd('.')}.";
        }
    }

    /// <summary>What is computed may fail where something is wrong.</summary>
    private static bool IsHeld(PropertyInfo member) => member.GetIndexParameters().Length == 0
        && (member.SetMethod is not null || member.GetMethod?.IsDefined(typeof(CompilerGeneratedAttribute)) == true);

    private static string? Refusal(ValidationAttribute rule, object? value, ValidationContext context)
    {
        if (rule is RangeAttribute { Minimum: int least, Maximum: int most } range && value is long or uint or ulong or float or double or decimal)
        {
            // The framework would round the value to an int, or fail to.
            var exact = new RangeAttribute(least, (double)most) { MinimumIsExclusive = range.MinimumIsExclusive, MaximumIsExclusive = range.MaximumIsExclusive };
            return exact.IsValid(value) ? null : range.FormatErrorMessage(context.DisplayName);
        }
        return rule.GetValidationResult(value, context)?.ErrorMessage;
    }

    private static IEnumerable<ValidationResult> OfAll(object settings) =>
        settings.GetType().GetCustomAttributes<ValidationAttribute>().Select(rule => rule.GetValidationResult(settings, new(settings)))
            .Concat((settings as IValidatableObject)?.Validate(new(settings)) ?? []).OfType<ValidationResult>();

    private static IEnumerable<string> Inside(object? value, string setting, HashSet<object> known) => value switch
    {
        null or string => [],
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => Inside(map[key], $"{setting}:{key}", known)),
        IEnumerable items => items.Cast<object?>().SelectMany((item, index) => Inside(item, $"{setting}:{index}", known)),
        _ => MemberAttributes.IsOfFramework(value.GetType()) ? [] : Of(value, setting, known),
    };
}
