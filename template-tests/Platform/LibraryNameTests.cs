using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Platform;

/// <summary>Two assemblies of one name would be one file in the folder of a service.</summary>
public sealed class LibraryNameTests
{
    [Theory]
    [InlineData("FastApiStyle", "source", "_FastApiStyle")]
    [InlineData("FastApiStyle.Testing", "package", "_FastApiStyle.Testing")]
    public async Task A_service_may_have_the_name_of_the_library(string name, string platform, string rootNamespace)
    {
        var scaffold = await Scaffold.Create(name, ["--no-restore", "--platform", platform]);
        await scaffold.Test();
        var folder = Workspace.NewFolder("-named");
        (await Shell.Dotnet(scaffold.Folder, "publish", $"src/{name}", "--output", folder, "-nodeReuse:false")).MustSucceed().MustNotWarn();

        await using var service = await ServiceProcess.StartPublished(
            folder, ["dotnet", $"{rootNamespace}.Service.dll"], PublishTests.Settings());

        Assert.True(File.Exists(Path.Combine(folder, "FastApiStyle.dll")));
        Assert.Contains($"\"title\": \"{name}\"", await service.Client.GetStringAsync("/openapi.json"));
    }

    [Fact]
    public async Task A_service_may_be_called_after_it()
    {
        var scaffold = await Scaffold.Create("FastApiStyle.Features", ["--no-restore", "--tests", "false"]);

        await scaffold.Build();

        Assert.Contains("using _FastApiStyle.Features.Data;", scaffold.Read("src/FastApiStyle.Features/Program.cs"));
    }
}
