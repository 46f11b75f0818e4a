using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Internal;

namespace FastApiStyle.Validation;

/// <summary>When rules hold, as their authors wrote it: FluentValidation keeps the code of a condition, not its text.</summary>
internal static partial class RuleConditions
{
    private static readonly ConditionalWeakTable<IRuleComponent, List<Condition>> Known = [];

    public static void Keep<T>(IValidationRule<T> rule, ApplyConditionTo reach, string relation, string code)
    {
        foreach (var component in reach == ApplyConditionTo.AllValidators ? rule.Components : rule.Components.TakeLast(1))
        {
            Known.GetOrCreateValue(component).Add(new(typeof(T), relation, code));
        }
    }

    /// <returns>Such as <c>when `kind == Kind.Card`</c>, or null where no condition is known.</returns>
    public static string? Of(IRuleComponent component, WireNames names)
    {
        var conditions = Known.TryGetValue(component, out var kept) ? kept.Select(condition => condition.Words(names)) : [];
        return string.Join(" and ", conditions.OfType<string>()) is { Length: > 0 } words ? words : null;
    }

    private sealed record Condition(Type Type, string Relation, string Code)
    {
        /// <summary>Of a lambda its body, with members under the names that clients know.</summary>
        public string? Words(WireNames names) => Lambda.Match(Code) is { Success: true, Groups: var parts }
            ? $"{Relation} `{Regex.Replace(parts["body"].Value, $@"\b{parts["value"]}\.(?<member>\w+)", member => NameOf(member, names))}`"
            : null;

        private string NameOf(Match member, WireNames names) =>
            Type.GetProperty(member.Groups["member"].Value) is { } property ? names.Of(property) : member.Value;
    }

    [GeneratedRegex(@"^\(?(?<value>\w+)\)? => (?<body>[^{\r\n`]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Lambda { get; }
}
