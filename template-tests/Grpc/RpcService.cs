using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Grpc;

/// <summary>A service with gRPC, built once for these tests, under a name that no .proto could have for its package.</summary>
public sealed class RpcService : IAsyncLifetime
{
    public const string Package = "my_api.v1";

    public Scaffold Scaffold { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Scaffold = await Scaffold.Create("my-api", ["--no-restore", "--grpc", "--tests", "false"]);
        await Scaffold.Build();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Starts it with a port for gRPC.</summary>
    public async Task<(ServiceProcess Service, int Port)> Start(string environment = "Development")
    {
        var port = Loopback.FreePort();
        return (await Scaffold.Start(new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["Auth__SigningKey"] = Runtime.RunningService.SigningKey,
            ["Grpc__Port"] = $"{port}",
        }), port);
    }
}
