using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Names;

public sealed class PlaceTests
{
    /// <summary>All at once, as in the repository of a company: settings of a solution around it, and spaces in the path.</summary>
    [Fact]
    public async Task Works_in_the_tree_of_another_solution_with_its_own_settings()
    {
        var company = Directory.CreateDirectory(Path.Combine(Workspace.NewFolder(), "Our Company")).FullName;
        foreach (var (file, text) in Surroundings)
        {
            await File.WriteAllTextAsync(Path.Combine(company, file), text);
        }

        var scaffold = await Scaffold.Create("Shop", parent: Directory.CreateDirectory(Path.Combine(company, "src")).FullName);
        scaffold.AddTest("Names/ModelTest.cs");
        await scaffold.Test();
    }

    private static readonly Dictionary<string, string> Surroundings = new()
    {
        ["Company.slnx"] = "<Solution />",
        ["global.json"] = """{ "test": { "runner": "Microsoft.Testing.Platform" } }""",
        [".editorconfig"] = "[*.cs]\ndotnet_diagnostic.CS1591.severity = error\ndotnet_diagnostic.CA2007.severity = error\n",
        ["Directory.Build.props"] =
            "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework><RootNamespace>Company</RootNamespace>"
            + "<Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings><LangVersion>8</LangVersion>"
            + "</PropertyGroup></Project>",
        ["Directory.Build.targets"] =
            """<Project><Target Name="Ours" BeforeTargets="Build"><Error Text="Of the surroundings" /></Target></Project>""",
        ["Directory.Packages.props"] =
            "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>"
            + """<ItemGroup><PackageVersion Include="FluentValidation" Version="1.0.0" /></ItemGroup></Project>""",
    };
}
