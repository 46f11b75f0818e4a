using FluentValidation.Results;

namespace FastApiStyle.Validation.Compiled;

/// <summary>A rule that is about a property and holds in each case, asked without FluentValidation.</summary>
internal abstract class CompiledRule<T>
{
    /// <summary>Whether the rule does not fail.</summary>
    public abstract bool Holds(T value);

    /// <summary>Adds what FluentValidation would find.</summary>
    /// <returns>False where it alone knows what that is.</returns>
    public virtual bool TryFind(T value, ref List<ValidationFailure>? failures) => Holds(value);
}
