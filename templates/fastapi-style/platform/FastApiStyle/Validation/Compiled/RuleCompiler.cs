using System.Reflection;
using FluentValidation;

namespace FastApiStyle.Validation.Compiled;

/// <summary>Compiles a validator, and those that its rules ask.</summary>
internal sealed class RuleCompiler
{
    private const BindingFlags Methods = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // Those that are being compiled: one that asks itself has no end here.
    private readonly Stack<IValidator> open = [];

    /// <returns>Null for a validator that does more than to go through its rules.</returns>
    public static CompiledValidator<T>? Of<T>(IValidator<T> validator) => new RuleCompiler().Compile(validator);

    /// <returns>What proves a value to a validator that a rule asks, or null where FluentValidation must be asked.</returns>
    public Func<T, bool>? TestOf<T>(IValidator<T> validator) => Compile(validator) is { HasOthers: false } compiled ? compiled.Holds : null;

    private CompiledValidator<T>? Compile<T>(IValidator<T> validator)
    {
        if (open.Contains(validator) || validator is not AbstractValidator<T> known || !OnlyHasRules(validator, typeof(AbstractValidator<T>)))
        {
            return null;
        }
        open.Push(validator);
        try
        {
            return new CompiledValidator<T>(known, this);
        }
        finally
        {
            open.Pop();
        }
    }

    private static bool OnlyHasRules<T>(IValidator<T> validator, Type root)
    {
        var type = validator.GetType();
        return root.GetInterfaces().All(each => Array.TrueForAll(type.GetInterfaceMap(each).TargetMethods, method => method.DeclaringType == root))
            && Array.TrueForAll(type.GetMethods(Methods), method => method.DeclaringType == root || !IsOfValidation(method, root)
                || (method.Name == "PreValidate" && validator is ISometimesAsked<T>));
    }

    private static bool IsOfValidation(MethodInfo method, Type root) =>
        method.Name is "PreValidate" or "Validate" or "ValidateAsync" or "RaiseValidationException" && method.GetBaseDefinition().DeclaringType == root;
}
