using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Platform;

/// <summary>When `dotnet publish` compiles ahead of time, which starts sooner and runs on one system alone.</summary>
public sealed class AheadOfTimeTests
{
    private static readonly string[] ForThisSystem = ["--use-current-runtime", "--self-contained", "false"];

    [Theory]
    [InlineData("source")]
    [InlineData("package")]
    public async Task For_a_system_that_is_named_it_does_where_the_compiler_is_at_hand_and_needs_no_network(string platform)
    {
        var scaffold = await Create(platform);
        // As the Dockerfile does: it brings the compiler.
        Assert.True(IsCompiled(await Publish(scaffold, [.. ForThisSystem, "-p:PublishReadyToRun=true"])));

        var folder = await Publish(scaffold, [.. ForThisSystem, "--no-restore"], says: "my-api is compiled ahead of time");

        Assert.True(IsCompiled(folder));
        await using var service = await ServiceProcess.StartPublished(folder, ["dotnet", "my-api.dll"], PublishTests.Settings());
        Assert.Equal("Healthy", await service.Client.GetStringAsync("/health/live"));
        Assert.False(IsCompiled(await Publish(scaffold, [.. ForThisSystem, "-p:PublishReadyToRun=false"])));
        Assert.False(IsCompiled(await Publish(scaffold, [.. ForThisSystem, "-c", "Debug"])));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("package")]
    public async Task Without_a_system_it_does_not_so_that_the_folder_runs_on_each(string platform) =>
        Assert.False(IsCompiled(await Publish(await Create(platform), [])));

    [Fact]
    public async Task Where_the_compiler_is_not_at_hand_it_does_not_and_says_what_would_bring_it()
    {
        var scaffold = await Create("source");

        // No machine of ours has published for this one.
        var folder = await Publish(scaffold, ["-r", "linux-musl-arm64", "--self-contained", "false", "-p:UseAppHost=false"], says: "-p:PublishReadyToRun=true downloads");

        Assert.False(IsCompiled(folder));
    }

    private static Task<Scaffold> Create(string platform) =>
        Scaffold.Create("my-api", ["--no-restore", "--tests", "false", "--platform", platform]);

    private static async Task<string> Publish(Scaffold scaffold, string[] options, string says = "")
    {
        var folder = Workspace.NewFolder("-published");
        (await Shell.Dotnet(scaffold.Folder, ["publish", "src/my-api", .. options, "--output", folder, "-nodeReuse:false"]))
            .MustSucceed().MustNotWarn().MustSay(Regex.Escape(says));
        return folder;
    }

    /// <summary>Whether both have machine code, the service and the library, or neither.</summary>
    private static bool IsCompiled(string folder)
    {
        var compiled = new[] { "my-api.dll", "FastApiStyle.dll" }.Select(file =>
        {
            using var image = new PEReader(File.OpenRead(Path.Combine(folder, file)));
            return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
        }).Distinct();
        return Assert.Single(compiled);
    }
}
