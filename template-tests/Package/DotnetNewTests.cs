using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Package;

public sealed partial class DotnetNewTests
{
    [Fact]
    public async Task Install_reports_no_problem()
    {
        var installation = (await Hive.Default).Installation;
        Assert.Contains("Success: FastApiStyle.Templates@", installation.Output);
        Assert.DoesNotMatch("(?i)warning|error|fail|invalid", installation.Output.Replace(Workspace.Root, ""));
    }

    [Fact]
    public async Task List_shows_the_template()
    {
        var hive = await Hive.Default;
        var list = (await hive.New(Workspace.Root, ["list", "fastapi", "--columns-all"])).MustSucceed();
        await Verify(Tidy(list.Output));
    }

    [Fact]
    public async Task Help_explains_each_option()
    {
        var hive = await Hive.Default;
        var help = (await hive.New(Workspace.Root, ["fastapi-style", "--help"])).MustSucceed();
        await Verify(Tidy(help.Output));
    }

    [Fact]
    public async Task Help_explains_the_options_of_a_feature()
    {
        var hive = await Hive.Default;
        var help = (await hive.New(Workspace.Root, ["fastapi-feature", "--help"])).MustSucceed();
        await Verify(Tidy(help.Output));
    }

    [Theory]
    [InlineData("fastapi-style", "Web-API im Stil von FastAPI")]
    [InlineData("fastapi-feature", "Feature im Stil von FastAPI")]
    public async Task Help_speaks_the_languages_that_the_template_is_translated_to(string template, string name)
    {
        var hive = await Hive.Default;
        var help = (await hive.New(Workspace.Root, [template, "--help"], language: "de")).MustSucceed();
        Assert.Contains(name, help.Output);
    }

    [Fact]
    public async Task A_second_time_in_the_same_place_overwrites_nothing()
    {
        var parent = Workspace.NewFolder();
        await Scaffold.Create("Shop", ["--no-restore"], parent);
        var again = await (await Hive.Default).New(parent, ["fastapi-style", "-n", "Shop", "--no-restore"]);
        again.MustExitWith(73);
    }

    [Fact]
    public async Task Restores_the_packages_unless_told_not_to()
    {
        const string assets = "obj/project.assets.json";
        var restored = await Scaffold.Create("Shop");
        Assert.True(File.Exists(Path.Combine(restored.ServiceProject, assets)));
        Assert.False(File.Exists(Path.Combine((await Scaffold.Fresh).ServiceProject, assets)));
    }

    private static string Tidy(string output) => TrailingSpace().Replace(output.ReplaceLineEndings("\n"), "").Trim();

    [GeneratedRegex(" +$", RegexOptions.Multiline)]
    private static partial Regex TrailingSpace();
}
