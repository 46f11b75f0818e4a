using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A default service that someone has built who followed all guides: every file of theirs, every command.</summary>
public sealed class GuidedService : IAsyncLifetime
{
    public ServiceProcess Process { get; private set; } = null!;

    public string Token { get; private set; } = "";

    /// <summary>What the tests of the service said, those of the guides among them.</summary>
    public CommandResult Tests { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore"]);
        (await Shell.Dotnet(scaffold.Folder, "restore")).MustSucceed();
        foreach (var guide in Guide.English.Where(guide => guide.Options.Length == 0))
        {
            await guide.Follow(scaffold);
        }
        // Several guides end with it, and each time it is about all of the service.
        foreach (var command in GuideCommand.All.Where(command => command.Runs && command.Tests).DistinctBy(command => command.Line))
        {
            (await command.Run(scaffold.Folder)).MustSucceed();
        }

        Tests = await Shell.Dotnet(scaffold.Folder, "test", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true");
        Process = await scaffold.Start(new Dictionary<string, string>
        {
            ["RateLimiting__Enabled"] = "false",
            ["Auth__SigningKey"] = RunningService.SigningKey,
        });
        Token = await Process.Client.NewToken();
    }

    public async Task DisposeAsync()
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
    }
}
