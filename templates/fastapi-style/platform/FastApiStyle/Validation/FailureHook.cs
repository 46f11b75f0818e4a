using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Results;

namespace FastApiStyle.Validation;

/// <summary>
/// FluentValidation tells which rule made a failure through this hook alone, which is one for the whole process. So whoever has set
/// it is asked as before, and nothing but the validations that began here is looked at.
/// </summary>
internal sealed class FailureHook(Func<ValidationFailure, IValidationContext, object, IValidationRule, IRuleComponent, ValidationFailure>? before)
{
    private readonly bool isFirst = before is null;

    /// <summary>Whether a failure is what its rule makes it, and nobody else has a say in it or in which rules are asked.</summary>
    public static bool IsAlone =>
        ValidatorOptions.Global.OnFailureCreated is { HasSingleTarget: true, Target: FailureHook { isFirst: true } }
        && ValidatorOptions.Global.ValidatorSelectors.DefaultValidatorSelectorFactory().GetType() == typeof(DefaultValidatorSelector);

    public static void Set() => ValidatorOptions.Global.OnFailureCreated = new FailureHook(ValidatorOptions.Global.OnFailureCreated).Keep;

    public ValidationFailure Keep(ValidationFailure failure, IValidationContext context, object value, IValidationRule rule, IRuleComponent component)
    {
        failure = before?.Invoke(failure, context, value, rule, component) ?? failure;
        while (context.ParentContext is { } parent)
        {
            context = parent;
        }
        if (context is ICountFailures counter)
        {
            failure.Keep(component);
            counter.Count(failure);
        }
        return failure;
    }
}

/// <summary>A validation that began here.</summary>
internal interface ICountFailures
{
    void Count(ValidationFailure failure);
}
