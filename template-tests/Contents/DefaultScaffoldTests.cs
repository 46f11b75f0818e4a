using System.Text;
using FastApiStyle.TemplateTests.Harness;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Contents;

public sealed class DefaultScaffoldTests
{
    [Fact]
    public async Task Has_these_files() => await Verify(string.Join('\n', (await Scaffold.Fresh).Files()));

    [Fact]
    public async Task Files_say_this()
    {
        var scaffold = await Scaffold.Fresh;
        var all = new StringBuilder();
        foreach (var file in scaffold.Files().Where(file => !IsGenerated(file)))
        {
            all.Append("==== ").AppendLine(file).AppendLine(scaffold.Read(file).TrimEnd());
        }

        await Verify(all.ToString().TrimEnd());
    }

    [Fact]
    public async Task Is_small_enough_to_read()
    {
        var scaffold = await Scaffold.Fresh;
        Assert.InRange(scaffold.Files().Count, 1, 59);
        var lengths = scaffold.Files()
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (Lines: scaffold.Read(file).Split('\n').Length - 1, File: file))
            .Order()
            .ToList();
        Assert.All(lengths, length => Assert.True(length.Lines < 150, $"{length.File} has {length.Lines} lines."));
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, 59);
    }

    [Fact]
    public async Task Builds_without_a_warning_and_passes_its_own_tests() => await (await Scaffold.Built).Test();

    private static bool IsGenerated(string file) =>
        file.EndsWith(".Designer.cs", StringComparison.Ordinal) || file.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal);
}
