using FastApiStyle.TemplateTests.Guides;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Grpc;

/// <summary>What <c>docs/en/grpc.md</c> shows, in a service of its options: with its code, both build without a warning and pass their tests.</summary>
public sealed class GuideTests
{
    [Fact]
    public async Task The_code_of_the_guide_and_of_the_scaffold_passes_its_tests()
    {
        var guide = new Guide("en", "grpc");
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", .. guide.Options]);
        await guide.Follow(scaffold);

        await scaffold.Test();
    }
}
