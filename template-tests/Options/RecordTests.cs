using System.Text.Json;
using System.Xml.Linq;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

public sealed class RecordTests
{
    [Fact]
    public async Task A_scaffold_remembers_its_options_and_the_version_of_the_pack()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--docker", "false", "--ci", "none"]);
        using var record = JsonDocument.Parse(scaffold.Read(".fastapi-style.json"));

        var options = record.RootElement.GetProperty("options");
        Assert.False(options.GetProperty("docker").GetBoolean());
        Assert.Equal("none", options.GetProperty("ci").GetString());
        Assert.True(options.GetProperty("tests").GetBoolean());
        Assert.Equal(PackVersion, record.RootElement.GetProperty("version").GetString());
        Assert.Equal(Combinations.Recorded(Combinations.Default).Select(option => option.Key).Order(StringComparer.Ordinal),
            options.EnumerateObject().Select(option => option.Name));
    }

    [Fact]
    public async Task A_value_that_an_option_does_not_have_is_refused_in_a_sentence()
    {
        var refused = await (await Hive.Default).New(Workspace.NewFolder(), ["fastapi-style", "-n", "Shop", "--ci", "gitlab"]);

        refused.MustExitWith(127);
        Assert.Contains("'gitlab' is not a valid value for --ci. The possible values are:", refused.Output);
    }

    [Fact]
    public async Task A_service_without_tests_builds()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--tests", "false", "--docker", "false", "--ci", "none"]);

        await scaffold.Build();

        Assert.DoesNotContain(scaffold.Files(), file => file.StartsWith("tests/", StringComparison.Ordinal)
            || file.StartsWith(".github/", StringComparison.Ordinal) || file is "Dockerfile" or ".dockerignore" or "compose.yaml");
    }

    private static string PackVersion =>
        XDocument.Load(Path.Combine(Repository.Template, "platform", "Version.props")).Descendants("Version").Single().Value;
}
