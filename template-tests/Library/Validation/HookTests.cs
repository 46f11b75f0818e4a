using FastApiStyle.TemplateTests.Library.Validation.Compiled;
using FastApiStyle.Validation;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Results;
using Hook = System.Func<
    FluentValidation.Results.ValidationFailure, FluentValidation.IValidationContext, object, FluentValidation.IValidationRule,
    FluentValidation.Internal.IRuleComponent, FluentValidation.Results.ValidationFailure>;

namespace FastApiStyle.TemplateTests.Library.Validation;

/// <summary>Who has set what FluentValidation asks in each validation of the process is asked as before.</summary>
[Collection(nameof(Alone))]
public sealed class HookTests
{
    private static readonly Holder<int> Two = new(2);

    private static readonly InlineValidator<Holder<int>> Validator = new() { rules => rules.RuleFor(holder => holder.Value).GreaterThan(3) };

    [Fact]
    public async Task Without_any_a_known_rule_is_not_asked_of_FluentValidation()
    {
        Assert.Equal("greater_than", Assert.Single(await Found.In(Two, Validator)).Type);

        Assert.True(FailureHook.IsAlone);
    }

    [Fact]
    public Task A_hook_that_stands_already_is_asked_as_before() => MustAsk(_ =>
    {
        ValidatorOptions.Global.OnFailureCreated = Named;
        FailureHook.Set();
    });

    [Fact]
    public Task A_hook_that_is_set_later_is_asked() => MustAsk(others => ValidatorOptions.Global.OnFailureCreated = (failure, context, value, rule, component) =>
        Named(others(failure, context, value, rule, component), context, value, rule, component));

    [Fact]
    public Task A_hook_that_is_added_is_asked() => MustAsk(others => ValidatorOptions.Global.OnFailureCreated = new Hook(Named) + others);

    [Fact]
    public async Task Who_chooses_the_rules_still_does()
    {
        var selectors = ValidatorOptions.Global.ValidatorSelectors;
        var before = selectors.DefaultValidatorSelectorFactory;
        selectors.DefaultValidatorSelectorFactory = () => new None();
        try
        {
            Assert.Empty(await Found.In(Two, Validator));
        }
        finally
        {
            selectors.DefaultValidatorSelectorFactory = before;
        }
    }

    private static async Task MustAsk(Action<Hook> set)
    {
        await Found.In(Two, Validator);
        var before = ValidatorOptions.Global.OnFailureCreated;
        set(before);
        try
        {
            Assert.Equal("hooked", Assert.Single(await Found.In(Two, Validator)).Type);
        }
        finally
        {
            ValidatorOptions.Global.OnFailureCreated = before;
        }
    }

    private static ValidationFailure Named(ValidationFailure failure, IValidationContext context, object value, IValidationRule rule, IRuleComponent component)
    {
        failure.ErrorCode = "hooked";
        return failure;
    }

    private sealed class None : IValidatorSelector
    {
        public bool CanExecute(IValidationRule rule, string propertyPath, IValidationContext context) => false;
    }
}
