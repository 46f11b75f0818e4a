using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Library.Features.Drifts;
using FastApiStyle.TemplateTests.Library.Features.Sheets;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>The contract test reads tags and sends them back.</summary>
public sealed class ConditionTests
{
    private static readonly Lazy<Task<string>> Failure = new(async () =>
    {
        await using var service = await new LibraryService(typeof(LostUpdateFeature)).Start();
        return (await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client))).Message;
    });

    [Theory]
    [InlineData(ErrorFormat.Problem)]
    [InlineData(ErrorFormat.FastApi)]
    public async Task A_feature_that_keeps_its_tags_is_seen_with_every_status(ErrorFormat errors)
    {
        await using var service = await new LibraryService(typeof(SheetsFeature)) { Api = api => api.Errors = errors }.Start();

        var report = $"{await Contract.AttackAsync(service.Client)}";

        Assert.Matches(@"(?m)^readSheet .* 200 ×\d+, 304 ×3.* 412 ×1", report);
        Assert.Matches(@"(?m)^updateSheet .* 200 ×\d+.* 412 ×3", report);
        Assert.Matches(@"(?m)^putSheet .* 200 ×\d+.* 412 ×\d.* 428 ×1", report);
        Assert.Matches(@"(?m)^deleteSheet .* 204 ×\d+.* 412 ×2.* 428 ×1", report);
    }

    [Theory]
    [InlineData("replaceLost", "expected 412 for If-Match with the tag of another version, and got 204")]
    [InlineData("replaceLost", "expected 412 for If-Match with the tag from before the change, and got 204")]
    [InlineData("replaceStubborn", "expected that it is taken for If-Match with the tag that was read, and got 412")]
    [InlineData("readDeaf", "expected 304 for If-None-Match with the tag that was read")]
    public async Task A_tag_that_is_not_kept_is_found(string operation, string fault) =>
        Assert.Matches($"(?m)^{operation} .*: {Regex.Escape(fault)}", await Failure.Value);

    [Fact]
    public async Task It_comes_with_the_command_that_shows_it() =>
        Assert.Contains("-H 'If-Match: \"of-another-version\"'", await Failure.Value);
}
