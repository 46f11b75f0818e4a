using System.Text.RegularExpressions;
using FluentValidation;

namespace FastApiStyle.Validation.Compiled;

/// <summary>
/// The rules of a validator, made once into tests that prove of a value that no rule fails, and allocate nothing. What they cannot
/// prove, FluentValidation is asked: what is wrong, and in which words, it alone says.
/// </summary>
internal sealed class CompiledValidator<T>
{
    private readonly ISometimesAsked<T>? validator;
    private readonly HashSet<IValidationRule> compiled = [];
    private readonly Func<T, bool>[] tests;

    public CompiledValidator(IValidator<T> validator, RuleCompiler compiler)
    {
        this.validator = validator as ISometimesAsked<T>;
        var tests = new List<Func<T, bool>>();
        foreach (var rule in (IEnumerable<IValidationRule>)validator)
        {
            if (CompiledRule.Of<T>(rule, compiler) is { } test)
            {
                tests.Add(test);
                compiled.Add(rule);
            }
            else
            {
                HasOthers = true;
            }
        }
        this.tests = [.. tests];
    }

    /// <summary>Whether there are rules that could not be compiled.</summary>
    public bool HasOthers { get; }

    /// <summary>Whether a rule need not be asked about a value of which <see cref="IsProven"/>.</summary>
    public bool Has(IValidationRule rule) => compiled.Contains(rule);

    /// <summary>Whether no rule that was compiled fails.</summary>
    public bool IsProven(T value)
    {
        try
        {
            return Holds(value);
        }
        catch (Exception exception) when (exception is not RegexMatchTimeoutException)
        {
            // Code of the value, such as a getter. FluentValidation meets it, too, and says where.
            return false;
        }
    }

    /// <summary>The same of a value in another one.</summary>
    public bool Holds(T value)
    {
        if (value is null || validator?.IsAsked(value) == false)
        {
            return value is not null;
        }
        foreach (var test in tests)
        {
            if (!test(value))
            {
                return false;
            }
        }
        return true;
    }
}
