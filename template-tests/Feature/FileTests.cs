using System.Text;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Options;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Feature;

public sealed partial class FileTests
{
    [Fact]
    public async Task Files_say_this()
    {
        var feature = await AddedFeature.Default.Create();
        await Verify(string.Join('\n', feature.Files().Select(file => $"==== {file}\n{feature.Read(file).TrimEnd()}")));
    }

    [Fact]
    public async Task The_database_and_the_sign_in_of_the_service_change_this_and_nothing_else()
    {
        var original = await AddedFeature.Default.Create();
        var text = new StringBuilder();
        foreach (var made in AddedFeature.All.Skip(1))
        {
            var changes = ChangeTests.Changes(original, await made.Create()).DefaultIfEmpty("the same");
            text.AppendLine($"{made}");
            text.AppendJoin('\n', changes.Select(change => $"    {change}")).AppendLine("\n");
        }

        await Verify(text.ToString().TrimEnd());
    }

    [Fact]
    public async Task Nothing_is_left_of_us_or_of_what_the_service_does_without()
    {
        foreach (var made in AddedFeature.All)
        {
            var feature = await made.Create("Widget");
            Assert.NotEmpty(feature.Files());
            Assert.All(feature.Files(), file =>
            {
                var text = $"{file}\n{feature.Read(file)}";
                Assert.DoesNotMatch(Placeholder(), text);
                Assert.True(made.Database != "none" || !Database().IsMatch(text), $"{made}: {file} speaks of a database");
                Assert.True(made.Auth != "none" || !SignIn().IsMatch(text), $"{made}: {file} speaks of signing in");
            });
        }
    }

    [Fact]
    public async Task Is_as_small_as_the_sample()
    {
        var feature = await AddedFeature.Default.Create();
        Assert.All(feature.Files(), file => Assert.InRange(feature.Read(file).Count(letter => letter == '\n'), 1, 110));
    }

    [Fact]
    public async Task The_service_has_the_same_members_with_a_database_and_without()
    {
        const string file = "src/Shop/Features/Orders/OrderService.cs";
        var with = await AddedFeature.Default.Create();
        var without = await (AddedFeature.Default with { Database = "none" }).Create();

        Assert.Equal(VariantTests.Members(with.Read(file)), VariantTests.Members(without.Read(file)));
    }

    // The engine takes conditions out, and replaces the words of the source.
    [GeneratedRegex(@"[Ee]ntity(?:Name|Plural|-)|[Ee]ntities-|\b[Aa]n-|FeatureNamespace|[A-Z]+-FOLDER|#if|#endif|\n\n\n")]
    private static partial Regex Placeholder();

    [GeneratedRegex("EntityFramework|DbContext|DbUpdate")]
    private static partial Regex Database();

    [GeneratedRegex("Authoriz|signs? in")]
    private static partial Regex SignIn();
}
