using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Library.Rpc.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace FastApiStyle.TemplateTests.Library.Rpc;

/// <summary>A service with gRPC on a port of its own, and clients of it.</summary>
internal sealed class ThingService : IAsyncDisposable
{
    private readonly int port = Loopback.FreePort();
    private readonly LibraryService service;
    private readonly GrpcChannel channel;

    public ThingService(params Type[] besides)
    {
        service = new LibraryService([typeof(ThingsRpc), .. besides])
        {
            Add = builder =>
            {
                builder.Configuration["Grpc:Port"] = $"{port}";
                builder.AddServer();
                builder.Services.AddSingleton(Waiting);
                builder.AddGrpcFeatures();
            },
            Map = app => app.MapGrpcFeatures(),
        };
        channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        (Things, Guarded) = (new(channel), new(channel));
    }

    public Waiting Waiting { get; } = new();

    public HttpClient Http => service.Client;

    public CallInvoker Invoker => channel.CreateCallInvoker();

    public Things.ThingsClient Things { get; }

    public Guarded.GuardedClient Guarded { get; }

    public ServiceLog Log => service.Log;

    public async Task<ThingService> Start()
    {
        await service.Start();
        return this;
    }

    public Task Stop() => service.Stop();

    public static async Task<RpcException> RefusalOf(Func<Task> call) => await Assert.ThrowsAsync<RpcException>(call);

    /// <returns>Each fault as <c>REASON@field</c>.</returns>
    public static async Task<string[]> FaultsOf(Func<Task> call)
    {
        var refusal = await RefusalOf(call);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        return [.. refusal.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(fault => $"{fault.Reason}@{fault.Field}")];
    }

    public async ValueTask DisposeAsync()
    {
        Waiting.End.TrySetResult();
        channel.Dispose();
        await service.DisposeAsync();
    }
}
