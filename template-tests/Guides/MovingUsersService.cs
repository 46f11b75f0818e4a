using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A scaffold to which the guide has been followed, and a service of it where old tokens are still taken.</summary>
public sealed class MovingUsersService : IAsyncLifetime
{
    public const string OldKey = "the old service signed with this key";

    private Scaffold scaffold = null!;

    public ServiceProcess Process { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        scaffold = await Scaffold.Create("Shop", ["--no-restore", "--tests", "false"]);
        await new Guide("en", "moving-users").Follow(scaffold);
        scaffold.AddFeatures("Guides/Features");
        (await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();
        Process = await Start(OldKey, $"{DateTimeOffset.UtcNow.AddDays(1):O}");
    }

    public Task<ServiceProcess> Start(string key, string until) => scaffold.Start(Settings(key, until));

    public ServiceProcess Launch(string key, string until) => ServiceProcess.Launch(scaffold, Settings(key, until));

    public async Task DisposeAsync() => await Process.DisposeAsync();

    private static Dictionary<string, string> Settings(string key, string until) => new()
    {
        ["RateLimiting__Enabled"] = "false",
        ["Auth__SigningKey"] = RunningService.SigningKey,
        ["Auth__Previous__SigningKey"] = key,
        ["Auth__Previous__Until"] = until,
    };
}
