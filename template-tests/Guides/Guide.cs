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

    /// <summary>The options of the service of which it is, if it is not the default one.</summary>
    public IReadOnlyList<string> Options => Name switch
    {
        "grpc" => ["--grpc"],
        "jobs" => ["--jobs", "local"],
        _ => [],
    };

    public string File => Path.Combine(Folder, Language, $"{Name}.md");

    public string Text => System.IO.File.ReadAllText(File);

    /// <summary>Where its links lead, but for those to elsewhere in the world.</summary>
    public IEnumerable<string> Links => Text.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')')]).Where(link => !link.Contains("://", StringComparison.Ordinal));

    public IReadOnlyList<Snippet> Snippets => [.. Read()];

    public static IReadOnlyList<string> Names(string language) =>
        [.. Directory.GetFiles(Path.Combine(Folder, language), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>
    /// Does in a scaffold, which is named as in the guide, what its reader does: its files, then its commands and changes one after another.
    /// A run of tests at its end is left to who follows.
    /// </summary>
    public async Task Follow(Scaffold scaffold)
    {
        WriteFiles(scaffold);
        foreach (var snippet in Snippets)
        {
            if (snippet.IsChange)
            {
                Change.Make(snippet, scaffold);
            }
            foreach (var command in GuideCommand.Of(snippet).Where(command => command.Runs && !command.Tests))
            {
                (await command.Run(scaffold.Folder)).MustSucceed();
            }
        }
    }

    public override string ToString() => $"{Language}/{Name}";

    private void WriteFiles(Scaffold scaffold)
    {
        foreach (var file in Snippets.Where(snippet => snippet.IsFile))
        {
            var path = Path.Combine(scaffold.Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, file.Text);
        }
    }

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
