using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Platform;

/// <summary>From source to packages and back, by the commands that the README of a scaffold names.</summary>
public sealed partial class SwitchTests
{
    [Fact]
    public async Task A_service_with_the_library_as_source_takes_the_packages_after_three_commands()
    {
        var scaffold = await Scaffold.Create("my-api", ["--no-restore"], await LibraryPackages.NewFolder());
        var commands = CommandsBelow(scaffold, "To take the library as packages");

        Assert.Equal(3, commands.Count);
        await Run(scaffold, commands);

        await scaffold.Test();
        Assert.DoesNotContain("platform", scaffold.Read("my-api.slnx"));
        Assert.Contains("\"FastApiStyle/1.0.0\"", scaffold.Read("src/my-api/obj/project.assets.json"));
        Assert.Contains("\"type\": \"package\"", scaffold.Read("src/my-api/obj/project.assets.json"));
    }

    [Fact]
    public async Task A_service_with_the_packages_takes_the_source_after_three_commands()
    {
        var scaffold = await Scaffold.Create("my-api", ["--no-restore", "--platform", "package"], await LibraryPackages.NewFolder());
        var commands = CommandsBelow(scaffold, "as source instead");

        Assert.Equal(3, commands.Count);
        await Run(scaffold, commands);

        await scaffold.Test();
        Assert.Contains("platform/FastApiStyle.Testing/FastApiStyle.Testing.csproj", scaffold.Read("my-api.slnx"));
        Assert.True(File.Exists(Path.Combine(scaffold.Folder, "platform", "FastApiStyle", "bin", "Debug", "net10.0", "FastApiStyle.dll")));
    }

    private static IReadOnlyList<string> CommandsBelow(Scaffold scaffold, string words)
    {
        var readme = scaffold.Read("README.md");
        var at = readme.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The README does not say '{words}'.");
        return [.. Command().Match(readme, at).Groups[1].Captures.Select(command => command.Value)];
    }

    private static async Task Run(Scaffold scaffold, IReadOnlyList<string> commands)
    {
        foreach (var command in commands)
        {
            var words = command.Split(' ');
            var result = words[..2] is ["dotnet", "new"]
                ? await (await Hive.Default).New(scaffold.Folder, words[2..])
                : await Shell.Run(words[0], scaffold.Folder, words[1..]);
            result.MustSucceed();
        }
    }

    [GeneratedRegex(@"\n\n(?:    (.+)\n)+")]
    private static partial Regex Command();
}
