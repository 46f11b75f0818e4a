using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FastApiStyle.Hosting;

/// <summary>
/// The rules that stand on the members of settings, as <see cref="System.ComponentModel.DataAnnotations"/> has them, and on those of what settings hold.
/// A validator is for what takes more: FluentValidation takes longer to wake than settings take to read.
/// </summary>
internal static class SettingAttributes
{
    public static IEnumerable<string> Failures(object settings, string section)
    {
        foreach (var member in settings.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var rules = member.GetCustomAttributes<ValidationAttribute>().ToList();
            // What is computed, and not held, may fail where something is wrong.
            if (rules.Count == 0 && member.GetMethod?.IsDefined(typeof(CompilerGeneratedAttribute)) != true)
            {
                continue;
            }
            var (setting, value) = ($"{section}:{member.Name}", member.GetValue(settings));
            foreach (var rule in rules)
            {
                if (rule.GetValidationResult(value, new(settings) { MemberName = member.Name }) is { } failure)
                {
                    yield return $"The setting {setting} is wrong: {SettingWords.Of(rule, member.Name, value, $"{failure}")}.";
                }
            }
            foreach (var failure in Inside(value, setting, settings.GetType().Assembly))
            {
                yield return failure;
            }
        }
    }

    /// <param name="service">What comes from elsewhere is a value, whatever it is made of.</param>
    private static IEnumerable<string> Inside(object? value, string setting, Assembly service) => value switch
    {
        null or string or Enum => [],
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => Inside(map[key], $"{setting}:{key}", service)),
        IEnumerable items => items.Cast<object?>().SelectMany((item, index) => Inside(item, $"{setting}:{index}", service)),
        _ => value.GetType().Assembly == service ? Failures(value, setting) : [],
    };
}
