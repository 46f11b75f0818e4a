using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A guide of an option is followed in a service of its own.</summary>
public sealed class OptionGuideTests
{
    public static TheoryData<string> Guides => new(Guide.English.Where(guide => guide.Options.Count > 0).Select(guide => guide.Name));

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task The_code_of_a_guide_of_an_option_builds_without_a_warning_and_passes_its_tests(string name)
    {
        var guide = new Guide("en", name);
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", .. guide.Options]);

        await guide.Follow(scaffold);

        await scaffold.Test(new Dictionary<string, string> { ["UPDATE_OPENAPI"] = "true" });
        await scaffold.Test();
    }
}
