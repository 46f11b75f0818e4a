using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>What a guide shows is what happens: every file, command, request and answer of it.</summary>
public sealed class GuideTests(GuidedService service) : IClassFixture<GuidedService>
{
    public static TheoryData<string> Guides => new(Guide.English.Where(guide => guide.Options.Count == 0).Select(guide => guide.Name));

    [Fact]
    public void The_code_of_all_guides_builds_without_a_warning_and_passes_its_tests() =>
        service.Tests.MustSucceed().MustNotWarn().MustSay(@"Passed!\s+- Failed:\s+0, Passed:\s+[1-9]");

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Each_request_of_a_guide_is_answered_as_it_shows(string name)
    {
        var conversation = new Conversation(service.Process.Client, service.Token);
        var messages = new Guide("en", name).Snippets.Where(snippet => snippet.Kind == "http").ToList();
        Assert.True(messages.Count % 2 == 0, $"A request of {name} has no answer.");
        foreach (var pair in messages.Chunk(2))
        {
            Assert.True(pair[0].IsRequest && pair[1].IsAnswer, $"{pair[0]} is not followed by its answer.");
            await conversation.Check(pair[0], pair[1]);
        }
    }
}
