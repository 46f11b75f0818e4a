using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>A fault that is found without FluentValidation is the one that it would find.</summary>
public sealed class SameFaultTests
{
    // Rules that ask others, or each of a list, are left to FluentValidation where they fail.
    private static readonly string[] Asked = ["ForEach of a set", "ChildRules", "SetValidator", "WhenSent", "WhenSent of a number or null"];

    public static TheoryData<string> Names => [.. KnownRules.All.Keys];

    public static TheoryData<string> Combinations => [.. RuleCombinations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_rule_is_answered_as_FluentValidation_answers_it(string name)
    {
        foreach (var cascade in Enum.GetValues<CascadeMode>())
        {
            var (refused, found) = await KnownRules.All[name].MustSayTheSame(cascade);

            Assert.InRange(refused, 1, Values.Count);
            Assert.True(Asked.Contains(name) ? found == 0 : name == "ForEach" ? found < refused : found == refused, $"{found} of {refused} were found.");
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Rules_together_are_answered_as_FluentValidation_answers_them(string name)
    {
        var (validator, asked) = (new InlineValidator<RuleCombinations.Thing>(), new Found.ByFluentValidation<RuleCombinations.Thing>());
        RuleCombinations.All[name](validator);
        RuleCombinations.All[name](asked);

        var (random, refused) = (new Random(17), 0);
        for (var i = 0; i < Values.Count / 4; i++)
        {
            var thing = RuleCombinations.Any(random);
            var faults = await Found.TextIn(thing, asked);
            Assert.Equal(faults, await Found.TextIn(thing, validator));
            refused += faults == "[]" ? 0 : 1;
        }
        Assert.InRange(refused, 1, Values.Count);
    }
}
