using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A guide of docs/, in one of its two languages.</summary>
internal sealed record Guide(string Language, string Name)
{
    private const string Fence = "```";

    private static string Folder { get; } = Path.Combine(Repository.Root, "docs");

    /// <summary>The English ones, in the order in which the index lists them.</summary>
    public static IReadOnlyList<Guide> English { get; } =
        [.. new Guide("en", "README").Links.Where(link => link.EndsWith(".md", StringComparison.Ordinal) && !link.Contains('/'))
            .Select(link => new Guide("en", link[..^3])).Where(guide => System.IO.File.Exists(guide.File))];

    public string File => Path.Combine(Folder, Language, $"{Name}.md");

    public string Text => System.IO.File.ReadAllText(File);

    /// <summary>Where its links lead, but for those to elsewhere in the world.</summary>
    public IEnumerable<string> Links => Text.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')')]).Where(link => !link.Contains("://", StringComparison.Ordinal));

    public IReadOnlyList<Snippet> Snippets => [.. Read()];

    public static IReadOnlyList<string> Names(string language) =>
        [.. Directory.GetFiles(Path.Combine(Folder, language), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    public override string ToString() => $"{Language}/{Name}";

    private IEnumerable<Snippet> Read()
    {
        var lines = Text.Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            if (!lines[number].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }
            var words = lines[number][Fence.Length..].Split(' ', 2);
            var first = number + 1;
            var end = Array.IndexOf(lines, Fence, first);
            Assert.True(end > 0, $"{this}:{first} is not closed.");
            yield return new Snippet($"{this}", first, words[0], words.ElementAtOrDefault(1) ?? "", string.Join('\n', lines[first..end]) + "\n");
            number = end;
        }
    }
}
