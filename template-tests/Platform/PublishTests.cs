using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Platform;

public sealed class PublishTests
{
    [Theory]
    [InlineData("source")]
    [InlineData("package")]
    public async Task A_single_file_serves_its_whole_document(string platform)
    {
        var scaffold = await Scaffold.Create("my-api", ["--no-restore", "--platform", platform]);
        var folder = Workspace.NewFolder("-single");
        (await Shell.Dotnet(scaffold.Folder, "publish", "src/my-api", "--use-current-runtime", "--self-contained", "false",
            "-p:PublishSingleFile=true", "--output", folder, "-nodeReuse:false")).MustSucceed().MustNotWarn();
        Assert.False(File.Exists(Path.Combine(folder, "my-api.dll")));

        await using var service = await ServiceProcess.StartPublished(folder, [Path.Combine(folder, Executable)], Settings());
        var served = await service.Client.GetStringAsync("/openapi.json");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(scaffold.Read("openapi.json")), JsonNode.Parse(served)), served);
    }

    private static string Executable => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "my-api.exe" : "my-api";

    internal static Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Auth__SigningKey"] = Runtime.RunningService.SigningKey,
        ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(Workspace.NewFolder("-data"), "app.db")}",
    };
}
