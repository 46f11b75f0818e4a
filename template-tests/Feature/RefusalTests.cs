using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Feature;

/// <summary>Where no feature can be written, nothing is, and a sentence says what to type.</summary>
public sealed class RefusalTests
{
    private const string WhatToType = "In the folder of its solution, type 'dotnet restore', and then 'dotnet new fastapi-feature -n Order -o src/Shop'.";

    [Fact]
    public async Task Where_there_is_no_project()
    {
        var folder = Workspace.NewFolder();

        (await New(folder)).MustExitWith(100).MustSay("No project was found at the path");
        (await New(folder, "--force")).MustExitWith(105).MustSay("Nothing was written").MustSay(Regex.Escape(WhatToType));

        Assert.Empty(Tree.FilesBelow(folder));
    }

    [Fact]
    public async Task In_a_service_that_is_not_restored()
    {
        var scaffold = await Scaffold.Fresh;
        var before = scaffold.Files();

        (await New(scaffold.Folder, "-o", "src/Shop")).MustExitWith(100).MustSay(@"Shop\.csproj is not restored\. Run 'dotnet restore ");
        (await New(scaffold.Folder, "-o", "src/Shop", "--force")).MustExitWith(105).MustSay(Regex.Escape(WhatToType));

        Assert.Equal(before, scaffold.Files());
    }

    [Fact]
    public async Task In_another_project_under_a_name_that_would_not_build_and_over_a_feature_that_stands()
    {
        var scaffold = await Scaffold.Built;
        var before = scaffold.Files();

        (await New(scaffold.Folder, "-o", "tests/Shop.Tests")).MustExitWith(100).MustSay("does not satisfy it");
        (await New(scaffold.Folder, "-o", "src/Shop", "-n", "Task")).MustExitWith(105)
            .MustSay("the feature cannot have this name").MustSay("'dotnet new fastapi-feature -n TodoTask'");
        (await New(scaffold.Folder, "-o", "src/Shop", "-n", "Item")).MustExitWith(73).MustSay(@"Overwrite\s+.*Features/Items/ItemsFeature\.cs");

        Assert.Equal(before, scaffold.Files());
    }

    private static async Task<CommandResult> New(string folder, params string[] arguments) => await (await Hive.Default).New(
        folder, ["fastapi-feature", .. arguments.Contains("-n") ? arguments : ["-n", "Order", .. arguments]]);
}
