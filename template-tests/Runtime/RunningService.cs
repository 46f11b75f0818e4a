using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>One service for all tests of a class.</summary>
public sealed class RunningService : IAsyncLifetime
{
    public ServiceProcess Process { get; private set; } = null!;

    public HttpClient Client => Process.Client;

    public static async Task<ServiceProcess> Start(
        Dictionary<string, string>? settings = null, string environment = "Development", params string[] arguments) =>
        await (await Scaffold.Built).Start(Environment(settings, environment), arguments);

    public static async Task<ServiceProcess> Launch(
        Dictionary<string, string>? settings = null, string environment = "Development", params string[] arguments) =>
        ServiceProcess.Launch(await Scaffold.Built, Environment(settings, environment), arguments);

    public async Task InitializeAsync() => Process = await Start();

    public async Task DisposeAsync() => await Process.DisposeAsync();

    /// <summary>Without limits, which the tests would soon reach, and with a key outside of Development, where there is no default.</summary>
    private static Dictionary<string, string> Environment(Dictionary<string, string>? settings, string environment)
    {
        var all = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["RateLimiting__Enabled"] = "false",
            ["Auth__SigningKey"] = SigningKey,
        };
        foreach (var (name, value) in settings ?? [])
        {
            all[name] = value;
        }

        return all;
    }

    public const string SigningKey = "only the tests know this signing key";
}
