using System.Text;
using FastApiStyle.TemplateTests.Harness;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Contents;

public sealed class DefaultScaffoldTests
{
    [Fact]
    public async Task Has_these_files() => await Verify(string.Join('\n', (await Scaffold.Fresh).OwnFiles()));

    [Fact]
    public async Task Files_say_this()
    {
        var scaffold = await Scaffold.Fresh;
        var all = new StringBuilder();
        foreach (var file in scaffold.OwnFiles().Where(file => !IsGenerated(file)))
        {
            all.Append("==== ").AppendLine(file).AppendLine(scaffold.Read(file).TrimEnd());
        }

        await Verify(all.ToString().TrimEnd());
    }

    [Fact]
    public async Task Is_small_enough_to_own()
    {
        var scaffold = await Scaffold.Fresh;
        var code = scaffold.OwnFiles().Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).ToList();

        Assert.InRange(scaffold.OwnFiles().Count, 1, 60);
        Assert.InRange(code.Count, 1, 35);
        Assert.InRange(code.Sum(file => scaffold.Read(file).Count(letter => letter == '\n')), 1, 1900);
    }

    [Fact]
    public async Task Files_are_short_enough_to_read()
    {
        var scaffold = await Scaffold.Fresh;
        var code = scaffold.OwnFiles()
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => scaffold.Read(file).TrimEnd().Split('\n'));
        Assert.All(code, file => Assert.True(file.Value.Length <= 150, $"{file.Key} has {file.Value.Length} lines."));
        var lengths = code.Values.Select(lines => lines.Count(IsCode)).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 59);
    }

    [Fact]
    public async Task Builds_without_a_warning_and_passes_its_own_tests() => await (await Scaffold.Built).Test();

    /// <summary>Its workflow asks for it at each push.</summary>
    [Fact]
    public async Task Is_formatted_as_its_own_settings_say() =>
        (await Shell.Dotnet((await Scaffold.Built).Folder, "format", "--verify-no-changes", "--no-restore")).MustSucceed();

    /// <summary>Where the lower case of I is no i, numbers have a comma, and the clock is 45 minutes off.</summary>
    [Fact]
    public async Task Passes_its_own_tests_in_another_locale_and_time_zone() => await (await Scaffold.Built).Test(
        new Dictionary<string, string> { ["LANG"] = "tr_TR.UTF-8", ["TZ"] = "Asia/Kathmandu" });

    private static bool IsCode(string line) =>
        line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("using ", StringComparison.Ordinal);

    private static bool IsGenerated(string file) =>
        file == "openapi.json" || file.EndsWith(".Designer.cs", StringComparison.Ordinal) || file.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal);
}
