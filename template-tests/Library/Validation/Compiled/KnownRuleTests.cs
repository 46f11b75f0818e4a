namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>Rules that are compiled accept what FluentValidation accepts, and nothing else.</summary>
public sealed class KnownRuleTests
{
    public static TheoryData<string> Names => [.. KnownRules.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_compiled_rule_says_what_FluentValidation_says(string name)
    {
        var (proven, refused) = KnownRules.All[name].MustAgree();

        // A rule that never refuses, or always does, would show nothing.
        Assert.InRange(proven, 1, Values.Count - 1);
        Assert.InRange(refused, 1, Values.Count - 1);
    }
}
