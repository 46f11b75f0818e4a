using FastApiStyle.Validation;
using FastApiStyle.Validation.Compiled;
using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>Of a rule that looks at more than one value, or that code of its owner may decide, FluentValidation is asked each time.</summary>
public sealed class UnknownRuleTests
{
    public static TheoryData<string> Names => [.. UnknownRules.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_not_known_is_left_to_FluentValidation(string name)
    {
        var validator = UnknownRules.All[name];

        Assert.False(RuleCompiler.Of(validator) is { HasOthers: false });
        Assert.False(TypedRules.Of(typeof(UnknownRules.Thing), validator).IsProven(UnknownRules.Valid));
    }

    [Fact]
    public void A_validator_that_each_request_makes_is_left_to_FluentValidation() =>
        Assert.False(TypedRules.Of(typeof(UnknownRules.Thing), new OfRequest(9)).IsProven(UnknownRules.Valid));

    [Fact]
    public void A_sequence_that_may_be_read_only_once_is_left_to_FluentValidation()
    {
        var validator = new InlineValidator<Holder<IEnumerable<int>>>();
        validator.RuleForEach(holder => holder.Value).LessThan(9);
        var compiled = RuleCompiler.Of(validator)!;

        Assert.True(compiled.IsProven(new([1, 2])));
        Assert.False(compiled.IsProven(new(Enumerable.Range(1, 2).Where(_ => true))));
    }

    [Fact]
    public void Where_code_of_the_value_throws_FluentValidation_meets_it()
    {
        var validator = new InlineValidator<Broken>();
        validator.RuleFor(value => value.Length).LessThan(9);

        Assert.False(RuleCompiler.Of(validator)!.IsProven(new Broken()));
        Assert.Contains("value.Length", Assert.Throws<NullReferenceException>(() => validator.Validate(new Broken())).Message);
    }

    private sealed class OfRequest : AbstractValidator<UnknownRules.Thing>
    {
        public OfRequest(int end) => RuleFor(thing => thing.Number).LessThan(end);
    }

    private sealed class Broken
    {
        private readonly string? text = null;

        public int Length => text!.Length;
    }
}
