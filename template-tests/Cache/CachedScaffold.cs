using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Cache;

/// <summary>A scaffold with a cache, whose instances share a database and say each command that they send to it.</summary>
public sealed class CachedScaffold
{
    private static readonly Lazy<Task<CachedScaffold>> Redis = new(() => New("redis"));
    private static readonly Lazy<Task<CachedScaffold>> Memory = new(() => New("memory"));

    private CachedScaffold(Scaffold scaffold) => Scaffold = scaffold;

    public Scaffold Scaffold { get; }

    public static Task<CachedScaffold> WithRedis => Redis.Value;

    public static Task<CachedScaffold> WithMemory => Memory.Value;

    /// <param name="folder">Where the database is.</param>
    /// <param name="redis">The connection string of Redis.</param>
    /// <param name="more">Other settings.</param>
    public Task<ServiceProcess> Start(string folder, string? redis = null, Dictionary<string, string>? more = null) =>
        Scaffold.Start(Environment(folder, redis, more));

    public ServiceProcess Launch(string? redis, Dictionary<string, string>? more = null) =>
        ServiceProcess.Launch(Scaffold, Environment(Workspace.NewFolder("-data"), redis, more));

    private static Dictionary<string, string> Environment(string folder, string? redis, Dictionary<string, string>? more)
    {
        var all = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(folder, "app.db")}",
            ["RateLimiting__Enabled"] = "false",
            ["Auth__SigningKey"] = RunningService.SigningKey,
            ["Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command"] = "Information",
        };
        foreach (var (name, value) in more ?? [])
        {
            all[name] = value;
        }
        if (redis is not null)
        {
            all["ConnectionStrings__Redis"] = redis;
        }
        return all;
    }

    private static async Task<CachedScaffold> New(string cache)
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--cache", cache]);
        (await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();
        return new(scaffold);
    }
}

/// <summary>What a service has done, and what it lists.</summary>
internal static class Lists
{
    /// <summary>How often it has computed a list.</summary>
    public static async Task<int> Computed(this ServiceProcess service)
    {
        // What the log has before this line has all been written.
        var mark = $"{Guid.NewGuid()}";
        await service.Client.GetAsync($"/{mark}");
        await service.WaitForLog(mark);
        return service.Log.Split('\n').Count(line => line.Contains("SELECT COUNT(*)", StringComparison.Ordinal) && line.Contains("Items", StringComparison.Ordinal));
    }

    public static async Task<string> List(this ServiceProcess service, string query = "limit=100")
    {
        using var answer = await service.Client.GetAsync($"/items?{query}").WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}\n{service.Log}");
        return await answer.Content.ReadAsStringAsync();
    }

    public static async Task<string> Ready(this ServiceProcess service) =>
        await service.Client.GetStringAsync("/health/ready").WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Waits for what comes by itself.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
