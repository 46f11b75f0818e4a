using FluentValidation;
using static FastApiStyle.TemplateTests.Library.Validation.Compiled.Values;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>Rules of several members, in each way in which an owner says more of them than what they refuse.</summary>
internal static class RuleCombinations
{
    public sealed record Thing(string? Text, int Number, decimal? Price, IReadOnlyList<string?>? Items, Thing? Inner = null);

    public static readonly IReadOnlyDictionary<string, Action<AbstractValidator<Thing>>> All = new Dictionary<string, Action<AbstractValidator<Thing>>>
    {
        ["several"] = AddAll,
        ["until one fails"] = rules =>
        {
            rules.ClassLevelCascadeMode = CascadeMode.Stop;
            AddAll(rules);
        },
        ["the first of each"] = rules =>
        {
            rules.RuleLevelCascadeMode = CascadeMode.Stop;
            AddAll(rules);
        },
        ["a cascade of one rule"] = rules =>
        {
            rules.RuleFor(thing => thing.Text).Cascade(CascadeMode.Stop).NotEmpty().MinimumLength(3).NotEqual("a");
            rules.RuleFor(thing => thing.Number).LessThan(5).NotEqual(11);
        },
        ["WithErrorCode"] = rules =>
        {
            rules.RuleFor(thing => thing.Text).NotEmpty().WithErrorCode("no_text").MaximumLength(2).WithErrorCode("much_text");
            rules.RuleFor(thing => thing.Number).LessThan(5).WithErrorCode("LessThanValidator");
        },
        ["WithName"] = rules => rules.RuleFor(thing => thing.Text).NotEmpty().WithName("The text").Null().WithName(thing => $"{thing.Number}"),
        ["OverridePropertyName"] = rules => rules.RuleFor(thing => thing.Text).NotEmpty().Null().OverridePropertyName("Other.Name"),
        ["WithSeverity"] = rules => rules.RuleFor(thing => thing.Text).NotEmpty().WithSeverity(Severity.Warning).MaximumLength(2).WithSeverity(_ => Severity.Info),
        ["WithState"] = rules => rules.RuleFor(thing => thing.Number).LessThan(5).WithState(thing => thing.Number),
        ["WithMessage"] = rules => rules.RuleFor(thing => thing.Text).MaximumLength(2).WithMessage("{PropertyName} {PropertyValue} {TotalLength}.").NotEmpty(),
        ["WithMessage of the value"] = rules => rules.RuleFor(thing => thing.Number).GreaterThan(2).LessThan(5).WithMessage(thing => $"Not {thing.Number}."),
        ["words for a whole rule"] = rules => rules.RuleFor(thing => thing.Number).LessThan(5).Configure(rule => rule.MessageBuilder = _ => "Mine."),
        ["Must"] = rules =>
        {
            AddAll(rules);
            rules.RuleFor(thing => thing.Number).Must(number => number != 3);
        },
        ["When"] = rules =>
        {
            AddAll(rules);
            rules.RuleFor(thing => thing.Number).NotEqual(3).When(thing => thing.Text is null);
        },
        ["dependent rules"] = rules => rules.RuleFor(thing => thing.Number).LessThan(5).DependentRules(() => rules.RuleFor(thing => thing.Text).NotEmpty()),
        ["the whole value"] = rules => rules.RuleFor(thing => thing).NotNull().Null(),
        ["the whole value, named"] = rules => rules.RuleFor(thing => thing).Null().WithName("Whole"),
        ["items"] = rules =>
        {
            rules.RuleFor(thing => thing.Items).NotEmpty().MaximumCount(10).UniqueItems().ForEach(item => item.NotEmpty().MaximumLength(2));
            rules.RuleFor(thing => thing.Number).LessThan(5);
        },
        ["SetValidator"] = rules =>
        {
            rules.RuleFor(thing => thing.Number).LessThan(5);
            rules.RuleFor(thing => thing.Inner!).NotNull().SetValidator(Of(AddAll));
        },
        ["Include"] = rules =>
        {
            rules.Include(Of(AddAll));
            rules.RuleFor(thing => thing.Number).NotEqual(3);
        },
        ["more than an answer lists"] = rules =>
        {
            for (var i = 0; i < 105; i++)
            {
                rules.RuleFor(thing => thing.Number).NotEqual(3).NotEqual(4);
            }
        },
    };

    public static Thing Any(Random random) =>
        new(Text(random), Number(random), OrNull(Exact, random), List(Text, random), random.Next(2) == 0 ? null : new(Text(random), Number(random), 1, []));

    private static void AddAll(AbstractValidator<Thing> rules)
    {
        rules.RuleFor(thing => thing.Text).NotEmpty().MaximumLength(4).Matches("^[aB]");
        rules.RuleFor(thing => thing.Number).GreaterThan(0).LessThanOrEqualTo(9).NotEqual(5);
        rules.RuleFor(thing => thing.Price).NotNull().InclusiveBetween(1, 500).PrecisionScale(5, 2, true);
        rules.RuleFor(thing => thing.Items).MaximumCount(3).UniqueItems();
    }

    private static InlineValidator<Thing> Of(Action<AbstractValidator<Thing>> add)
    {
        var validator = new InlineValidator<Thing>();
        add(validator);
        return validator;
    }
}
