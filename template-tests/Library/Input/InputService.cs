using System.Net.Http.Headers;
using System.Text;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Contract;

/// <summary>A service with the features of this folder, one for all of its tests.</summary>
[CollectionDefinition(nameof(ContractService))]
public sealed class ContractService : IAsyncLifetime, ICollectionFixture<ContractService>
{
    private static readonly Lazy<Task<Scaffold>> Built = new(Build);

    public ServiceProcess Process { get; private set; } = null!;

    public HttpClient Client => Process.Client;

    public static async Task<ServiceProcess> Start(string environment = "Development", long? maxBodyBytes = null) =>
        await (await Built.Value).Start(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["RateLimiting__Enabled"] = "false",
            ["Auth__SigningKey"] = RunningService.SigningKey,
            ["Server__MaxBodyBytes"] = $"{maxBodyBytes ?? 1024 * 1024}",
        });

    public async Task InitializeAsync() => Process = await Start();

    public async Task DisposeAsync() => await Process.DisposeAsync();

    public Task<HttpResponseMessage> Send(
        string method, string path, string? body = null, string type = "application/json", params (string Name, string Value)[] headers) =>
        Send(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), type, headers);

    public async Task<HttpResponseMessage> Send(
        string method, string path, byte[]? body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return await Client.SendAsync(request);
    }

    private static async Task<Scaffold> Build()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore"]);
        scaffold.AddFeatures("Contract/Features");
        scaffold.AddFeatures("Contract/Rare");
        var built = await Shell.Dotnet(scaffold.ServiceProject, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true");
        built.MustSucceed().MustNotWarn();
        return scaffold;
    }
}
