using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Library.Features.Articles;
using FastApiStyle.Testing;
using Xunit.Abstractions;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>The contract test says how far it reaches, and reaches what answers lead to.</summary>
public sealed class ReachTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_is_in_wrappers_and_named_by_slugs_is_reached_without_help()
    {
        await using var service = await new LibraryService(typeof(ArticlesFeature)) { Add = TokenUsers.Add }.Start();
        service.Client.DefaultRequestHeaders.Add("Authorization", TokenUsers.Header);

        var report = $"{await Contract.AttackAsync(service.Client)}";

        output.WriteLine(report);
    }
}
