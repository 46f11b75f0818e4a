using Grpc.Net.Client;

namespace FastApiService.Tests;

internal static class RpcChannel
{
    /// <summary>A channel to the service, for whoever a client of HTTP is.</summary>
    public static GrpcChannel RpcAs(this ServiceFactory service, HttpClient client)
    {
        var rpc = service.Server.CreateClient();
        rpc.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        return GrpcChannel.ForAddress(rpc.BaseAddress!, new GrpcChannelOptions { HttpClient = rpc, DisposeHttpClient = true });
    }
}
