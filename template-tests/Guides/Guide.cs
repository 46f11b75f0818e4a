using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A guide, and what its reader types: the files whose path stands behind the language of a fenced block, and the commands of <c>sh</c>.</summary>
internal sealed partial class Guide(string path)
{
    private readonly string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", path));

    public IReadOnlyList<(string Path, string Code)> Files =>
        [.. Block().Matches(text).Where(block => block.Groups["path"].Success).Select(block => (block.Groups["path"].Value, block.Groups["code"].Value))];

    public IReadOnlyList<string> Commands =>
        [.. Block().Matches(text).Where(block => block.Groups["language"].Value == "sh")
            .SelectMany(block => block.Groups["code"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Writes its files into a scaffold, named as in the guide, and runs its commands there.</summary>
    public async Task Follow(Scaffold scaffold)
    {
        foreach (var (file, code) in Files)
        {
            var target = Path.Combine(scaffold.Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, code);
        }
        foreach (var command in Commands)
        {
            (await Shell.Run("sh", scaffold.Folder, ["-c", command])).MustSucceed();
        }
    }

    [GeneratedRegex(@"^```(?<language>\w+)( (?<path>\S+))?\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
