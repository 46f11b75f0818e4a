using System.Text.RegularExpressions;
using FastApiStyle.Errors;
using FluentValidation;
using FluentValidation.Results;

namespace FastApiStyle.Validation.Compiled;

/// <summary>
/// The rules of a validator, made once into tests that prove of a value that no rule fails, and allocate nothing. Where one fails, what it
/// says is found without FluentValidation if that would find the same; else it is asked.
/// </summary>
internal sealed class CompiledValidator<T>
{
    private readonly AbstractValidator<T> validator;
    private readonly ISometimesAsked<T>? sometimes;
    private readonly Dictionary<IValidationRule, CompiledRule<T>> compiled = [];
    private readonly CompiledRule<T>[] rules;

    public CompiledValidator(AbstractValidator<T> validator, RuleCompiler compiler)
    {
        this.validator = validator;
        sometimes = validator as ISometimesAsked<T>;
        foreach (var rule in validator)
        {
            if (CompiledRules.Of<T>(rule, compiler) is { } test)
            {
                compiled.Add(rule, test);
            }
            else
            {
                HasOthers = true;
            }
        }
        rules = [.. compiled.Values];
    }

    /// <summary>Whether there are rules that could not be compiled.</summary>
    public bool HasOthers { get; }

    /// <summary>Whether no rule that was compiled fails.</summary>
    public bool IsProven(T value)
    {
        try
        {
            return Holds(value);
        }
        catch (Exception exception) when (IsOfValue(exception))
        {
            return false;
        }
    }

    /// <summary>Whether a rule was compiled, and does not fail.</summary>
    public bool IsProven(IValidationRule rule, T value)
    {
        try
        {
            return compiled.TryGetValue(rule, out var test) && test.Holds(value);
        }
        catch (Exception exception) when (IsOfValue(exception))
        {
            return false;
        }
    }

    /// <summary>The same of a value in another one, whose test catches what is thrown.</summary>
    public bool Holds(T value)
    {
        if (sometimes?.IsAsked(value) == false)
        {
            return true;
        }
        foreach (var rule in rules)
        {
            if (!rule.Holds(value))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Finds what FluentValidation would find.</summary>
    /// <returns>False where it alone knows what that is.</returns>
    public bool TryFind(T value, out List<ValidationFailure>? failures)
    {
        failures = null;
        if (HasOthers)
        {
            return false;
        }
        try
        {
            return sometimes?.IsAsked(value) == false || TryFindAll(value, ref failures);
        }
        catch (Exception exception) when (IsOfValue(exception))
        {
            return false;
        }
    }

    private bool TryFindAll(T value, ref List<ValidationFailure>? failures)
    {
        foreach (var rule in rules)
        {
            // Of more than an answer lists, FluentValidation is stopped.
            if (!rule.TryFind(value, ref failures) || failures?.Count > Fault.Maximum)
            {
                return false;
            }
            if (failures is not null && validator.ClassLevelCascadeMode == CascadeMode.Stop)
            {
                break;
            }
        }
        return true;
    }

    /// <summary>Whether it was thrown by code of the value, such as a getter. FluentValidation meets it, too, and says where.</summary>
    private static bool IsOfValue(Exception exception) => exception is not RegexMatchTimeoutException;
}
