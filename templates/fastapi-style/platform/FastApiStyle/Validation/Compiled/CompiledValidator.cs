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
    private readonly Dictionary<IValidationRule, Func<T, bool>> compiled = [];
    private readonly Func<T, bool>[] tests;
    private readonly Func<T, bool> whole;

    public CompiledValidator(IValidator<T> validator, RuleCompiler compiler)
    {
        this.validator = validator as ISometimesAsked<T>;
        foreach (var rule in (IEnumerable<IValidationRule>)validator)
        {
            if (CompiledRule.Of<T>(rule, compiler) is { } test)
            {
                compiled.Add(rule, test);
            }
            else
            {
                HasOthers = true;
            }
        }
        tests = [.. compiled.Values];
        whole = Holds;
    }

    /// <summary>Whether there are rules that could not be compiled.</summary>
    public bool HasOthers { get; }

    /// <summary>Whether no rule that was compiled fails.</summary>
    public bool IsProven(T value) => Proves(whole, value);

    /// <summary>Whether a rule was compiled, and does not fail.</summary>
    public bool IsProven(IValidationRule rule, T value) => compiled.TryGetValue(rule, out var test) && Proves(test, value);

    /// <summary>The same of a value in another one, whose test catches what is thrown.</summary>
    public bool Holds(T value)
    {
        if (validator?.IsAsked(value) == false)
        {
            return true;
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

    private static bool Proves(Func<T, bool> test, T value)
    {
        try
        {
            return test(value);
        }
        catch (Exception exception) when (exception is not RegexMatchTimeoutException)
        {
            // Code of the value, such as a getter. FluentValidation meets it, too, and says where.
            return false;
        }
    }
}
