using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Names;

public sealed class NameTests
{
    [Theory]
    [InlineData("my-api", "my_api")]
    [InlineData("1st.2nd", "_1st._2nd")]
    [InlineData("class", "_class")]
    [InlineData("New.event.Api", "New._event.Api")]
    [InlineData("a..b", "a.b")]
    [InlineData("日本語.Api", "日本語.Api")]
    [InlineData("My Api", "My_Api")]
    [InlineData("R&D", "R_D")]
    [InlineData("FluentValidation", "_FluentValidation")]
    [InlineData("Swashbuckle.AspNetCore", "Swashbuckle.AspNetCore")]
    [InlineData("System.Items", "System.Items")]
    [InlineData("Item.Task", "_Item._Task")]
    public async Task Any_name_gives_a_solution_that_builds_and_passes_its_tests(string name, string rootNamespace)
    {
        // The library has no name of the service in it, so that it need not be built for each.
        var scaffold = await Scaffold.Create(name, ["--platform", "package"]);
        Assert.Contains($"{name}.slnx", scaffold.Files());
        Assert.Contains($"src/{name}/{name}.csproj", scaffold.Files());
        Assert.Contains($"tests/{name}.Tests/{name}.Tests.csproj", scaffold.Files());
        Assert.Contains($"using {rootNamespace}.Data;", scaffold.Read($"src/{name}/Program.cs"));
        await scaffold.Test();
    }

    [Fact]
    public async Task A_service_may_have_the_name_of_the_driver_of_its_database()
    {
        PostgresPrograms.MustBeThere();
        var scaffold = await Scaffold.Create("Npgsql", ["--database", "postgres", "--platform", "package"]);
        await scaffold.Test();
    }
}
