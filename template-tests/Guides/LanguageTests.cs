using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Options;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>The guides as texts: complete, in both languages, with nothing that no test looks at.</summary>
public sealed class LanguageTests
{
    private static readonly string[] Languages = ["en", "ko"];

    public static TheoryData<string> Guides => new(Guide.English.Select(guide => guide.Name));

    [Fact]
    public void Each_guide_stands_in_the_index_of_both_languages()
    {
        var listed = Guide.English.Select(guide => guide.Name).Append("README").Order(StringComparer.Ordinal);

        Assert.All(Languages, language => Assert.Equal(listed, Guide.Names(language)));
        Assert.Equal(new Guide("en", "README").Links.Where(link => !link.Contains('/')), new Guide("ko", "README").Links.Where(link => !link.Contains('/')));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_guide_has_the_same_code_in_Korean(string name)
    {
        var (english, korean) = (new Guide("en", name), new Guide("ko", name));

        Assert.Equal(english.Snippets.Select(Content), korean.Snippets.Select(Content));
        Assert.Matches("[가-힣]", korean.Text);
        Assert.Equal(Headings(english), Headings(korean));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_guide_has_only_snippets_that_are_run(string name) => Assert.All(new Guide("en", name).Snippets, snippet =>
        Assert.True(snippet.IsFile || snippet.IsChange || snippet.Kind is "http" or "sh" or "python", $"{snippet} is of no kind that a test knows."));

    [PythonFact]
    public async Task What_a_guide_shows_of_Python_is_Python()
    {
        foreach (var snippet in Guide.English.SelectMany(guide => guide.Snippets).Where(snippet => snippet.Kind == "python"))
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, snippet.Text);
            (await PythonFact.Run("-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", file)).MustSucceed();
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Each_command_of_a_guide_is_run_or_is_of_the_README_of_a_service()
    {
        var readme = (await Scaffold.Fresh).Read("README.md")
            + (await Engine.Default.Create(Combinations.Default.With("database", "postgres").With("deploy", "kubernetes"))).Read("README.md");

        Assert.All(GuideCommand.All, command => Assert.True(
            command.Runs || command.IsOfHarness || command.CreatesAnother || readme.Contains($"    {command.Line}\n", StringComparison.Ordinal),
            $"{command.Snippet}: nothing runs '{command.Line}'."));
    }

    [Fact]
    public void A_service_that_a_guide_creates_can_be_created() => Assert.All(
        GuideCommand.All.Where(command => command.CreatesAnother),
        command => Assert.Empty(command.Line.Split(' ').Where(word => word.StartsWith("--", StringComparison.Ordinal))
            .Except([.. TemplateJson.Symbols.EnumerateObject().Select(symbol => $"--{symbol.Name}"), "--name", "--output", "--no-restore"])));

    [Fact]
    public void Each_link_of_a_guide_leads_somewhere()
    {
        foreach (var guide in Languages.SelectMany(language => Guide.Names(language).Select(name => new Guide(language, name))))
        {
            Assert.All(guide.Links, link => Assert.True(
                File.Exists(Path.Combine(Path.GetDirectoryName(guide.File)!, link.Split('#')[0])) || link.StartsWith('#'), $"{guide} links to {link}."));
        }
    }

    private static (string, string, string) Content(Snippet snippet) => (snippet.Kind, snippet.Path, snippet.Text);

    private static int Headings(Guide guide) => guide.Text.Split('\n').Count(line => line.StartsWith('#'));
}
