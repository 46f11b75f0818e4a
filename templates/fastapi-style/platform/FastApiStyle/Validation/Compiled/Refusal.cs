using System.Reflection;
using FastApiStyle.OpenApi;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Results;
using FluentValidation.Validators;

namespace FastApiStyle.Validation.Compiled;

/// <summary>
/// What a rule of a chain says of a value that it refuses, found as FluentValidation finds it. Half of what that takes goes into
/// words that are replaced by those of the contract.
/// </summary>
internal sealed class Refusal<T, TValue>
{
    private static readonly MethodInfo LiftMethod = typeof(Refusal<T, TValue>).GetMethod(nameof(Lift), BindingFlags.NonPublic | BindingFlags.Static)!;

    // The rule looks at nothing in it, and leaves there what bounds were not kept.
    [ThreadStatic]
    private static ValidationContext<T>? idle;

    private readonly IRuleComponent component;
    private readonly string path;
    private readonly Func<ValidationContext<T>, TValue, bool> ask;

    private Refusal(IRuleComponent component, string path, Func<ValidationContext<T>, TValue, bool> ask) =>
        (this.component, this.path, this.ask) = (component, path, ask);

    /// <returns>Null for a rule that says something of its own, or asks other rules.</returns>
    public static Refusal<T, TValue>? By(IRuleComponent component, IValidationRule rule) =>
        rule.PropertyName is { } path && !RuleInsides.HasMessageBuilder(rule) && !RuleInsides.MayHaveOwnMessage(component)
        && component is RuleComponent<T, TValue> { SeverityProvider: null, CustomStateProvider: null } && AskOf(component.Validator) is { } ask
            ? new(component, path, ask)
            : null;

    /// <returns>Null where the rule does not refuse the value after all.</returns>
    public ValidationFailure? TryFind(TValue value)
    {
        var context = idle ?? new(default!);
        // Code of the value may come here again.
        idle = null;
        var bounds = context.MessageFormatter.PlaceholderValues;
        bounds.Clear();
        var refuses = !ask(context, value);
        idle = context;
        return !refuses ? null : new FoundFailure(component, path, value)
        {
            ErrorCode = component.ErrorCode ?? ValidatorOptions.Global.ErrorCodeResolver(component.Validator),
            FormattedMessagePlaceholderValues = bounds.Count == 0 ? null : new(bounds),
        };
    }

    private static Func<ValidationContext<T>, TValue, bool>? AskOf(IPropertyValidator rule) => rule switch
    {
        IChildValidatorAdaptor => null,
        IPropertyValidator<T, TValue> fits => fits.IsValid,
        _ when Nullable.GetUnderlyingType(typeof(TValue)) is { } inner && rule.GetType().IsAssignableTo(typeof(IPropertyValidator<,>).MakeGenericType(typeof(T), inner)) =>
            (Func<ValidationContext<T>, TValue, bool>)LiftMethod.MakeGenericMethod(inner).Invoke(null, [rule])!,
        _ => null,
    };

    /// <summary>A rule for a value is not asked about null.</summary>
    private static Func<ValidationContext<T>, TInner?, bool> Lift<TInner>(IPropertyValidator<T, TInner> rule) where TInner : struct =>
        (context, value) => value is not { } there || rule.IsValid(context, there);
}
