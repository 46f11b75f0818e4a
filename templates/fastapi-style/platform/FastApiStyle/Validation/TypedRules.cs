using FastApiStyle.Errors;
using FastApiStyle.Validation.Compiled;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Results;

namespace FastApiStyle.Validation;

/// <summary>One validator, and how it is asked.</summary>
internal abstract class TypedRules
{
    static TypedRules() => FailureHook.Set();

    public abstract Type ValidatorType { get; }

    public static TypedRules Of(Type type, IValidator validator)
    {
        // The one that it is written for: of a context of a derived type, which it takes too, FluentValidation makes another.
        var validated = validator.GetType().GetInterfaces()
            .Where(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IValidator<>))
            .Select(each => each.GenericTypeArguments[0])
            .First(each => each.IsAssignableFrom(type));
        return (TypedRules)Activator.CreateInstance(typeof(TypedRules<>).MakeGenericType(validated), validator)!;
    }

    /// <summary>Whether nothing is wrong, so that <see cref="CheckAsync"/> need not look. It may be right also where this is not sure.</summary>
    public abstract bool IsProven(object value);

    public abstract ValueTask CheckAsync(object value, Place? at, RuleFindings findings, CancellationToken cancellation);
}

internal sealed class TypedRules<T>(IValidator<T> known) : TypedRules
{
    private readonly bool isOfRequest = ValidatorLookup.IsOfRequest(known.GetType());

    // The rules of one that each request makes may differ.
    private readonly CompiledValidator<T>? compiled = ValidatorLookup.IsOfRequest(known.GetType()) ? null : RuleCompiler.Of(known);

    public override Type ValidatorType => known.GetType();

    public override bool IsProven(object value) => compiled is { HasOthers: false } && compiled.IsProven((T)value);

    public override ValueTask CheckAsync(object value, Place? at, RuleFindings findings, CancellationToken cancellation) =>
        findings.IsFull || (!findings.IsPartial && TryFind(value, at, findings)) ? default : AskAsync(value, at, findings, cancellation);

    /// <returns>False, with nothing added, where FluentValidation has to be asked.</returns>
    private bool TryFind(object value, Place? at, RuleFindings findings)
    {
        if (compiled is null || !FailureHook.IsAlone || !compiled.TryFind((T)value, out var failures))
        {
            return false;
        }
        if (failures is not null)
        {
            findings.Add(failures, value.GetType(), at);
        }
        return true;
    }

    private async ValueTask AskAsync(object value, Place? at, RuleFindings findings, CancellationToken cancellation)
    {
        var validator = isOfRequest ? findings.Services.GetService(ValidatorType) as IValidator<T> ?? known : known;
        if (!findings.IsPartial || validator is not IEnumerable<IValidationRule> rules)
        {
            var selector = findings.IsPartial || compiled is null ? null : new UnlessProven<T>(compiled, (T)value);
            await AskAsync(validator, new CountingContext((T)value, selector), at, findings, cancellation);
            return;
        }
        foreach (var rule in rules.TakeWhile(_ => !findings.IsFull))
        {
            try
            {
                await AskAsync(validator, new CountingContext((T)value, new OnlyWhatIsThere(rule, value.GetType(), at, findings)), at, findings, cancellation);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The rule looks at what could not be read. It is asked again when that is mended.
            }
        }
    }

    private static async ValueTask AskAsync(
        IValidator<T> validator, CountingContext context, Place? at, RuleFindings findings, CancellationToken cancellation)
    {
        try
        {
            var result = await validator.ValidateAsync(context, cancellation);
            if (result.Errors.Count > 0)
            {
                findings.Add(result.Errors, context.InstanceToValidate!.GetType(), at);
            }
        }
        catch (TooManyFailures)
        {
            findings.Add(context.Failures, context.InstanceToValidate!.GetType(), at);
        }
    }

    private sealed class CountingContext(T value, IValidatorSelector? selector = null) : ValidationContext<T>(
        value, null, selector ?? ValidatorOptions.Global.ValidatorSelectors.DefaultValidatorSelectorFactory()), ICountFailures
    {
        private List<ValidationFailure>? failures;

        public IReadOnlyList<ValidationFailure> Failures => failures ?? [];

        public void Count(ValidationFailure failure)
        {
            (failures ??= []).Add(failure);
            if (failures.Count > Fault.Maximum)
            {
                throw new TooManyFailures();
            }
        }
    }

    private sealed class TooManyFailures : Exception;

    /// <summary>Asks one rule, and of what is below it nothing about a place that is named already.</summary>
    private sealed class OnlyWhatIsThere(IValidationRule rule, Type type, Place? at, RuleFindings findings) : IValidatorSelector
    {
        public bool CanExecute(IValidationRule asked, string propertyPath, IValidationContext context) =>
            (asked == rule || context.IsChildContext)
            && asked.RuleSets is null or []
            && !findings.IsNamed(type, propertyPath, at);
    }
}
