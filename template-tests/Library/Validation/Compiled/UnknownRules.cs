using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>Validators of which no value is ever proven, though nothing is wrong with it.</summary>
internal static class UnknownRules
{
    public sealed record Thing(int Number, string? Text, IReadOnlyList<int> Items, Thing? Inner = null)
    {
        public readonly int Field = Number;
    }

    public static readonly Thing Valid = new(5, "five", [5]);

    public static readonly IReadOnlyDictionary<string, IValidator<Thing>> All = new Dictionary<string, IValidator<Thing>>
    {
        ["PreValidate"] = new WithPreValidate(),
        ["Validate"] = new WithValidate(),
        ["ValidateAsync"] = new WithValidateAsync(),
        ["RaiseValidationException"] = new WithRaise(),
        ["a validator of its own"] = new ByHand(),
        ["an interface that is written anew"] = new Rewritten(),
        ["When of FluentValidation"] = Of(rules => DefaultValidatorOptions.When(rules.RuleFor(thing => thing.Number).LessThan(9), thing => thing.Number > 9)),
        ["When"] = Of(rules => rules.RuleFor(thing => thing.Number).LessThan(9).When(thing => thing.Number > 9)),
        ["Unless of the last rule"] = Of(rules => rules.RuleFor(thing => thing.Number).LessThan(9).Unless(_ => true, ApplyConditionTo.CurrentValidator)),
        ["WhenAsync"] = Of(rules => rules.RuleFor(thing => thing.Number).LessThan(9).WhenAsync((_, _) => Task.FromResult(true))),
        ["When around rules"] = Of(rules => rules.When(_ => true, () => rules.RuleFor(thing => thing.Number).LessThan(9))),
        ["WhenAsync around rules"] = Of(rules => rules.WhenAsync((_, _) => Task.FromResult(true), () => rules.RuleFor(thing => thing.Number).LessThan(9))),
        ["a rule set"] = Of(rules => rules.RuleSet("others", () => rules.RuleFor(thing => thing.Number).LessThan(9))),
        ["dependent rules"] = Of(rules => rules.RuleFor(thing => thing.Number).LessThan(9).DependentRules(
            () => rules.RuleFor(thing => thing.Text).NotEmpty())),
        ["Must"] = Of(rules => rules.RuleFor(thing => thing.Number).Must(number => number == 5)),
        ["MustAsync"] = Of(rules => rules.RuleFor(thing => thing.Number).MustAsync((_, _) => Task.FromResult(true))),
        ["Custom"] = Of(rules => rules.RuleFor(thing => thing.Number).Custom((_, _) => { })),
        ["CustomAsync"] = Of(rules => rules.RuleFor(thing => thing.Number).CustomAsync((_, _, _) => Task.CompletedTask)),
        ["another member"] = Of(rules => rules.RuleFor(thing => thing.Number).LessThanOrEqualTo(thing => thing.Items[0])),
        ["equal to another member"] = Of(rules => rules.RuleFor(thing => thing.Number).Equal(thing => thing.Items[0])),
        ["bounds that are computed"] = Of(rules => DefaultValidatorExtensions.Length(rules.RuleFor(thing => thing.Text)!, _ => 1, _ => 9)),
        ["a pattern that is computed"] = Of(rules => rules.RuleFor(thing => thing.Text).Matches(_ => ".")),
        ["a rule that derives from one"] = Of(rules => rules.RuleFor(thing => thing.Text).SetValidator(new Stricter())),
        ["a computed value"] = Of(rules => rules.RuleFor(thing => thing.Number + 1).LessThan(9)),
        ["a member of a member"] = Of(rules => rules.RuleFor(thing => thing.Items.Count).LessThan(9)),
        ["a field"] = Of(rules => rules.RuleFor(thing => thing.Field).LessThan(9)),
        ["another type"] = Of(rules => rules.RuleFor<long>(thing => thing.Number).LessThan(9)),
        ["items that are chosen"] = Of(rules => rules.RuleForEach(thing => thing.Items).Where(item => item > 1).LessThan(9)),
        ["items that are awaited"] = Of(rules => rules.RuleForEach(thing => thing.Items).WhereAsync(_ => Task.FromResult(true)).LessThan(9)),
        ["items under other names"] = Of(rules => rules.RuleForEach(thing => thing.Items).OverrideIndexer((_, _, _, _) => "[x]").LessThan(9)),
        ["items with a condition"] = Of(rules => rules.RuleForEach(thing => thing.Items).LessThan(9).When(_ => true)),
        ["a part of a validator"] = Of(rules => rules.RuleFor(thing => thing.Inner).SetValidator(Of(_ => { })!, "others")),
        ["a validator that is chosen"] = Of(rules => rules.RuleFor(thing => thing.Inner).SetValidator(_ => new InlineValidator<Thing?>())),
        ["a validator that does more"] = Of(rules => rules.RuleFor(thing => thing.Inner).SetValidator(new WithPreValidate()!)),
        ["a validator of shapes"] = Of(rules => rules.RuleFor(thing => thing.Inner).SetInheritanceValidator(shapes => shapes.Add(Of(_ => { })))),
        ["an included validator that does more"] = Of(rules => rules.Include(new WithPreValidate())),
        ["a validator of itself"] = Of(rules => rules.RuleFor(thing => thing.Inner).SetValidator(rules!)),
    };

    private static InlineValidator<Thing> Of(Action<InlineValidator<Thing>> add)
    {
        var validator = new InlineValidator<Thing>();
        add(validator);
        return validator;
    }

    private sealed class WithPreValidate : AbstractValidator<Thing>
    {
        protected override bool PreValidate(ValidationContext<Thing> context, ValidationResult result) => true;
    }

    private sealed class WithValidate : AbstractValidator<Thing>
    {
        public override ValidationResult Validate(ValidationContext<Thing> context) => new();
    }

    private sealed class WithValidateAsync : AbstractValidator<Thing>
    {
        public override Task<ValidationResult> ValidateAsync(ValidationContext<Thing> context, CancellationToken cancellation = default) =>
            Task.FromResult(new ValidationResult());
    }

    private sealed class WithRaise : AbstractValidator<Thing>
    {
        protected override void RaiseValidationException(ValidationContext<Thing> context, ValidationResult result)
        {
        }
    }

    private sealed class Rewritten : AbstractValidator<Thing>, IValidator
    {
        Task<ValidationResult> IValidator.ValidateAsync(IValidationContext context, CancellationToken cancellation) => Task.FromResult(new ValidationResult());
    }

    private sealed class ByHand : IValidator<Thing>
    {
        public ValidationResult Validate(Thing instance) => new();

        public Task<ValidationResult> ValidateAsync(Thing instance, CancellationToken cancellation = default) => Task.FromResult(Validate(instance));

        public ValidationResult Validate(IValidationContext context) => new();

        public Task<ValidationResult> ValidateAsync(IValidationContext context, CancellationToken cancellation = default) => Task.FromResult(Validate(context));

        public IValidatorDescriptor CreateDescriptor() => throw new NotSupportedException();

        public bool CanValidateInstancesOfType(Type type) => true;
    }

    private sealed class Stricter : MaximumLengthValidator<Thing>
    {
        public Stricter()
            : base(9)
        {
        }

        public override bool IsValid(ValidationContext<Thing> context, string value) => true;
    }
}
