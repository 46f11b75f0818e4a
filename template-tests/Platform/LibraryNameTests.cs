using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Platform;

public sealed class LibraryNameTests
{
    [Theory]
    [InlineData("FastApiStyle", "source")]
    [InlineData("fastapistyle", "source")]
    [InlineData("FastApiStyle.Testing", "source")]
    [InlineData("FastApiStyle", "package")]
    public async Task A_service_that_is_called_as_the_library_is_refused_in_a_sentence(string name, string platform)
    {
        var scaffold = await Scaffold.Create(name, ["--no-restore", "--platform", platform]);

        var built = await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false");

        Assert.NotEqual(0, built.ExitCode);
        Assert.Contains($"A service cannot be called {name}, as the library that it stands on: give it another name.", built.Output);
    }

    [Fact]
    public async Task A_service_may_be_called_after_it()
    {
        var scaffold = await Scaffold.Create("FastApiStyle.Features", ["--no-restore", "--tests", "false"]);

        await scaffold.Build();

        Assert.Contains("using _FastApiStyle.Features.Data;", scaffold.Read("src/FastApiStyle.Features/Program.cs"));
        await using var service = await scaffold.Start();
        Assert.Contains("\"title\": \"FastApiStyle.Features\"", await service.Client.GetStringAsync("/openapi.json"));
    }
}
