using FastApiService.Platform.Errors;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Resources;
using FluentValidation.Results;

namespace FastApiService.Platform.Validation;

/// <summary>One validator, and how it is asked.</summary>
internal abstract class TypedRules
{
    static TypedRules()
    {
        // FluentValidation's own messages repeat values, which may be secret. Not enabled, it speaks English everywhere.
        var messages = new LanguageManager { Enabled = false };
        messages.AddTranslation("en", "EqualValidator", "Input is not equal to what it should be");
        messages.AddTranslation("en", "NotEqualValidator", "Input is equal to what it should not be");
        ValidatorOptions.Global.LanguageManager = messages;

        // Each failure keeps its rule; and of a list of a hundred thousand items, no answer names all.
        ValidatorOptions.Global.OnFailureCreated = (failure, context, _, _, component) =>
        {
            failure.Keep(component);
            while (context.ParentContext is { } parent)
            {
                context = parent;
            }
            (context as ICountFailures)?.Count(failure);
            return failure;
        };
    }

    protected interface ICountFailures
    {
        void Count(ValidationFailure failure);
    }

    public abstract Type ValidatorType { get; }

    public static TypedRules Of(Type type, IValidator validator)
    {
        var validated = type;
        while (!validator.GetType().IsAssignableTo(typeof(IValidator<>).MakeGenericType(validated)))
        {
            validated = validated.BaseType!;
        }
        return (TypedRules)Activator.CreateInstance(typeof(TypedRules<>).MakeGenericType(validated), validator)!;
    }

    public abstract ValueTask CheckAsync(object value, Place? at, RuleFindings findings, CancellationToken cancellation);
}

internal sealed class TypedRules<T>(IValidator<T> known) : TypedRules
{
    private readonly bool isOfRequest = ValidatorLookup.IsOfRequest(known.GetType());

    public override Type ValidatorType => known.GetType();

    public override async ValueTask CheckAsync(object value, Place? at, RuleFindings findings, CancellationToken cancellation)
    {
        if (findings.IsFull)
        {
            return;
        }
        var validator = isOfRequest ? findings.Services.GetService(ValidatorType) as IValidator<T> ?? known : known;
        if (!findings.IsPartial || validator is not IEnumerable<IValidationRule> rules)
        {
            await AskAsync(validator, new CountingContext((T)value), at, findings, cancellation);
            return;
        }
        foreach (var rule in rules.TakeWhile(_ => !findings.IsFull))
        {
            try
            {
                await AskAsync(validator, new CountingContext((T)value, new OnlyWhatIsThere(rule, at, findings)), at, findings, cancellation);
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
                findings.Add(result.Errors, at);
            }
        }
        catch (TooManyFailures)
        {
            findings.Add(context.Failures, at);
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
            if (failures.Count > ValidationProblem.MaximumFaults)
            {
                throw new TooManyFailures();
            }
        }
    }

    private sealed class TooManyFailures : Exception;

    /// <summary>Asks one rule, and of what is below it nothing about a place that is named already.</summary>
    private sealed class OnlyWhatIsThere(IValidationRule rule, Place? at, RuleFindings findings) : IValidatorSelector
    {
        public bool CanExecute(IValidationRule asked, string propertyPath, IValidationContext context) =>
            (asked == rule || context.IsChildContext)
            && asked.RuleSets is null or []
            && !findings.IsNamed(propertyPath, at);
    }
}
