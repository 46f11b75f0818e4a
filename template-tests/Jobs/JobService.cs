using System.Net.Http.Json;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Jobs;

/// <summary>Instances of one service: one database, one queue, and what their jobs have written down.</summary>
public sealed class JobService(Scaffold scaffold, string engine, JobScaffolds servers)
{
    private readonly string folder = Workspace.NewFolder("-jobs");
    private readonly string name = $"jobs_{Guid.NewGuid():N}";

    /// <summary>What every instance is started with.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["Jobs__FirstPause"] = "00:00:00.2", ["Jobs__Attempts"] = "3", ["RateLimiting__Enabled"] = "false",
        ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Auth__SigningKey"] = RunningService.SigningKey,
    };

    public Task<ServiceProcess> Start() => scaffold.Start(All());

    public ServiceProcess Launch(params string[] arguments) => ServiceProcess.Launch(scaffold, All(), arguments);

    /// <returns>What the service wrote, told to do this alone.</returns>
    public async Task<string> Command(params string[] arguments) => (await Shell.Run(
        "dotnet", scaffold.ServiceProject, [scaffold.ServiceDll, .. arguments], All())).MustSucceed().Output;

    /// <summary>Takes the migration of jobs back.</summary>
    public async Task DropTables()
    {
        if (engine.StartsWith("sqlite", StringComparison.Ordinal))
        {
            foreach (var file in Directory.GetFiles(folder, "app.db*"))
            {
                File.Delete(file);
            }
            return;
        }
        await servers.Postgres.Ask(name, "DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
    }

    /// <summary>What has run, as often as it has run.</summary>
    public IReadOnlyList<(string Name, string Key)> Ran() =>
    [
        .. Directory.GetFiles(Directory.CreateDirectory(Path.Combine(folder, "ledger")).FullName).SelectMany(ReadLines)
            .Select(line => line.Split(' ')).Where(words => words.Length == 2).Select(words => (words[0], words[1])),
    ];

    /// <summary>Waits until all of these have run.</summary>
    public async Task MustRun(IReadOnlyCollection<string> names, ServiceProcess service)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (names.Except(Ran().Select(ran => ran.Name)).Any())
        {
            if (patience.IsCancellationRequested)
            {
                var missing = names.Except(Ran().Select(ran => ran.Name)).ToList();
                Assert.Fail($"{missing.Count} did not run, such as {missing[0]}:\n{service.Log}");
            }
            await Task.Delay(100);
        }
    }

    public static async Task Add(HttpClient client, string kind, string job) =>
        (await client.PostAsync($"/proofs/{kind}/{job}", null)).EnsureSuccessStatusCode();

    public static async Task<List<string>> Items(HttpClient client) => (await client.GetFromJsonAsync<List<string>>("/proofs"))!;

    /// <summary>Ends it as a power cut does.</summary>
    public static async Task Kill(ServiceProcess service)
    {
        service.Kill();
        await service.WaitForExit();
    }

    private Dictionary<string, string> All() => new(Settings)
    {
        ["ConnectionStrings__Default"] = engine.StartsWith("sqlite", StringComparison.Ordinal)
            ? $"Data Source={Path.Combine(folder, "app.db")}" : servers.Postgres.Connection(name),
        ["Jobs__RabbitMq"] = servers.RabbitMq.Address,
        ["Jobs__Queue"] = name,
        ["Ledger"] = Directory.CreateDirectory(Path.Combine(folder, "ledger")).FullName,
    };

    private static string[] ReadLines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }
}
