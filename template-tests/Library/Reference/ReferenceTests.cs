using System.Text.RegularExpressions;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>Who comes from FastAPI finds its statuses, its faults and its bodies, or the difference in the guide.</summary>
public sealed class ReferenceTests(PlayedPort port) : IClassFixture<PlayedPort>
{
    private static readonly string[] Kinds = [Difference.Answers, Difference.Words, Difference.Members];

    public static TheoryData<string> Requests => new(Exchange.All.Select(exchange => exchange.Name));

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_is_answered_as_FastAPI_does_or_as_the_guide_says(string name)
    {
        var differences = port.DifferencesOf(Exchange.All.Single(exchange => exchange.Name == name));

        Assert.DoesNotContain(differences, difference => !GuideTable.Under(difference.Kind).Any(row => row.Tells(difference)));
    }

    [Fact]
    public void The_guide_tells_of_differences_alone()
    {
        Difference[] seen = [.. Exchange.All.SelectMany(port.DifferencesOf)];

        Assert.All(Kinds, kind => Assert.All(GuideTable.Under(kind), row => Assert.Contains(seen, difference => difference.Kind == kind && row.Tells(difference))));
        Assert.All(Kinds, kind => Assert.NotEmpty(GuideTable.Under(kind)));
    }

    [Fact]
    public void The_guide_says_how_many_requests_there_are() => Assert.Contains($"puts {Exchange.All.Count} requests", GuideTable.Text);

    [Fact]
    public void The_Korean_guide_tells_the_same()
    {
        var (english, korean) = (GuideTable.AllRows("en"), GuideTable.AllRows("ko"));

        Assert.Contains($"{Exchange.All.Count}", GuideTable.Read("ko"));
        Assert.Equal(english.Count, korean.Count);
        Assert.All(english.Zip(korean), pair => Assert.Equal(CodeOf(pair.First), CodeOf(pair.Second)));
        // A request is known by its name.
        Assert.Equal(english.Select(row => row[0]).Where(IsRequest), korean.Select(row => row[0]).Where(IsRequest));
    }

    [Fact]
    public void No_fault_repeats_the_input() => Assert.DoesNotContain(
        port.Answers.Values.SelectMany(answer => answer.Faults), fault => fault["input"] is not null || fault["url"] is not null);

    private static bool IsRequest(string name) => Exchange.All.Any(exchange => exchange.Name == name);

    /// <summary>What both languages write alike, in whatever order their grammar wants it.</summary>
    private static IEnumerable<string> CodeOf(string[] row) =>
        Regex.Matches(string.Join('|', row), "`[^`]+`").Select(code => code.Value).Order(StringComparer.Ordinal);
}
