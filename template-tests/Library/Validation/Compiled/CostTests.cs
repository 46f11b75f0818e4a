namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>What a value costs with which nothing is wrong.</summary>
public sealed class CostTests
{
    // FluentValidation's own code looks at these, or a list is too long to compare each item with each.
    private static readonly string[] Others = ["of a set", "of flags", "IsEnumName", "CreditCard", "UniqueItems", "Empty list"];

    public static TheoryData<string> Names => [.. KnownRules.All.Keys.Where(name => !Others.Any(name.Contains))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_is_proven_allocates_nothing(string name) => Assert.Equal(0, KnownRules.All[name].Allocate());
}
