using System.Reflection;
using FastApiStyle.OpenApi;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiStyle.TemplateTests.Library.Validation;

/// <summary>What the document reads of FluentValidation's insides: a version that has moved it is found here, by its name.</summary>
public sealed class RuleInsidesTests
{
    private const BindingFlags Anywhere = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Validator Rules = new();

    public static TheoryData<string, string> Members => new()
    {
        { nameof(Thing.Inner), "RuleSets" },
        { nameof(Thing.Inner), "_validator" },
        { nameof(Thing.Price), "Name" },
        { nameof(Thing.Price), "Precision" },
        { nameof(Thing.Price), "Scale" },
        { nameof(Thing.Price), "IgnoreTrailingZeros" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_rule_has_what_is_read_of_it(string rule, string member) => MustHave(Only(rule), member);

    [Theory]
    [InlineData("Filter")]
    [InlineData("AsyncFilter")]
    public void A_rule_for_items_has_what_is_read_of_it(string member) => MustHave(Rule(nameof(Thing.Items)), member);

    [Fact]
    public void A_scale_has_the_name_that_it_is_known_by() => Assert.Equal("ScalePrecisionValidator", Only(nameof(Thing.Price)).Name);

    [Fact]
    public void A_rule_is_asked_by_IsValid()
    {
        var ask = typeof(PropertyValidator<,>).GetMethod("IsValid", Anywhere);

        Assert.True(ask?.GetParameters() is [{ ParameterType: var context }, _] && context.GetGenericTypeDefinition() == typeof(ValidationContext<>),
            "PropertyValidator<,>.IsValid(ValidationContext<>, …) of FluentValidation has moved.");
    }

    [Fact]
    public void The_validator_of_a_member_is_read_unless_it_is_asked_for_a_part_or_chosen_by_the_request()
    {
        Assert.IsType<InnerValidator>(RuleInsides.ValidatorOf(Only(nameof(Thing.Inner))));
        Assert.Null(RuleInsides.ValidatorOf(Only(nameof(Thing.Part))));
        Assert.Null(RuleInsides.ValidatorOf(Only(nameof(Thing.Chosen))));
    }

    [Fact]
    public void A_rule_for_items_is_told_from_one_for_the_list_and_from_one_that_leaves_some_out()
    {
        Assert.True(RuleInsides.IsForItems(Rule(nameof(Thing.Items))));
        Assert.False(RuleInsides.IsForItems(Rule(nameof(Thing.Price))));
        Assert.False(RuleInsides.IsFiltered(Rule(nameof(Thing.Items))));
        Assert.True(RuleInsides.IsFiltered(Rule(nameof(Thing.Some))));
        Assert.True(RuleInsides.IsFiltered(Rule(nameof(Thing.Awaited))));
    }

    [Theory]
    [InlineData(nameof(Thing.Count), true)]
    [InlineData(nameof(Thing.Code), true)]
    [InlineData(nameof(Thing.Computed), false)]
    [InlineData(nameof(Thing.AnyCase), false)]
    [InlineData(nameof(Thing.Odd), false)]
    [InlineData(nameof(Thing.Other), false)]
    public void A_comparison_with_one_value_is_told_from_others(string rule, bool isWithConstant) =>
        Assert.Equal(isWithConstant, RuleInsides.IsWithConstant((IComparisonValidator)Only(rule)));

    [Theory]
    [InlineData("_errorMessage")]
    [InlineData("_errorMessageFactory")]
    public void A_rule_has_the_words_that_are_looked_for(string member) => MustHave(Rule(nameof(Thing.Count)).Components.Single(), member);

    [Fact]
    public void A_rule_has_the_code_that_is_looked_for_which_makes_its_words() => MustHave(Rule(nameof(Thing.Count)), "MessageBuilder");

    [Theory]
    [InlineData(nameof(Thing.Count), false)]
    [InlineData(nameof(Thing.Code), true)]
    [InlineData(nameof(Thing.AnyCase), true)]
    public void Words_of_an_author_are_found(string rule, bool has) =>
        Assert.Equal(has, RuleInsides.MayHaveOwnMessage(Rule(rule).Components.Single()));

    [Fact]
    public void A_scale_says_its_digits()
    {
        Assert.Equal((6, 2, true), RuleInsides.PrecisionOf(Only(nameof(Thing.Price))));
        Assert.Null(RuleInsides.PrecisionOf(Only(nameof(Thing.Count))));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(null, true)]
    public void A_rule_is_asked_for_a_value(int? value, bool accepts) =>
        Assert.Equal(accepts, RuleInsides.Accepts(Only(nameof(Thing.Count)), value));

    private static void MustHave(object holder, string member)
    {
        var type = holder.GetType();
        for (var each = type; each is not null; each = each.BaseType)
        {
            if (each.GetMember(member, Anywhere).Length > 0)
            {
                return;
            }
        }
        Assert.Fail($"{type.Name}.{member} of FluentValidation has moved: RuleInsides reads it.");
    }

    private static IValidationRule Rule(string member) => Rules.Single(rule => rule.PropertyName == member);

    private static IPropertyValidator Only(string member) => Rule(member).Components.Single().Validator;

    private sealed record Inner(string Name);

    private sealed record Thing(
        Inner Inner, Inner Part, Inner Chosen, decimal Price, int Count, string Code, int Computed, string AnyCase, int Odd, int Other,
        IReadOnlyList<int> Items, IReadOnlyList<int> Some, IReadOnlyList<int> Awaited);

    private sealed class InnerValidator : AbstractValidator<Inner>
    {
        public InnerValidator() => RuleSet("names", () => RuleFor(inner => inner.Name).NotEmpty());
    }

    private sealed class SameParity : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x % 2 == y % 2;

        public int GetHashCode(int number) => number % 2;
    }

    private sealed class Validator : AbstractValidator<Thing>
    {
        public Validator()
        {
            RuleFor(thing => thing.Inner).SetValidator(new InnerValidator());
            RuleFor(thing => thing.Part).SetValidator(new InnerValidator(), "names");
            RuleFor(thing => thing.Chosen).SetValidator(_ => new InnerValidator());
            RuleFor(thing => thing.Price).PrecisionScale(6, 2, true);
            RuleFor(thing => thing.Count).GreaterThan(4);
            RuleFor(thing => thing.Code).Equal("code").WithMessage("No.");
            RuleFor(thing => thing.Computed).GreaterThan(thing => thing.Count + 1);
            RuleFor(thing => thing.AnyCase).Equal("code", StringComparer.OrdinalIgnoreCase).WithMessage(thing => thing.Code);
            RuleFor(thing => thing.Odd).Equal(3, new SameParity());
            RuleFor(thing => thing.Other).LessThan(thing => thing.Count);
            RuleForEach(thing => thing.Items).GreaterThan(0);
            RuleForEach(thing => thing.Some).Where(item => item > 1).GreaterThan(0);
            RuleForEach(thing => thing.Awaited).WhereAsync(item => Task.FromResult(item > 1)).GreaterThan(0);
        }
    }
}
