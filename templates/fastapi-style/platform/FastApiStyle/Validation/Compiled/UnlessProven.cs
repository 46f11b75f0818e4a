using FluentValidation;
using FluentValidation.Internal;

namespace FastApiStyle.Validation.Compiled;

/// <summary>Asks the rules that fail, and those of which it is not known. The others would add nothing.</summary>
internal sealed class UnlessProven<T>(CompiledValidator<T> compiled, T value) : IValidatorSelector
{
    private readonly IValidatorSelector inner = ValidatorOptions.Global.ValidatorSelectors.DefaultValidatorSelectorFactory();

    // A validator may ask itself about what a value holds, which is another value.
    public bool CanExecute(IValidationRule asked, string propertyPath, IValidationContext context) =>
        inner.CanExecute(asked, propertyPath, context) && (context.IsChildContext || !compiled.IsProven(asked, value));
}
