using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;

namespace FastApiStyle.TemplateTests.Grpc;

/// <summary>Asks as grpcurl and Postman do.</summary>
internal static class Reflection
{
    /// <returns>The names of the services, or nothing where nobody answers that.</returns>
    public static async Task<IReadOnlyList<string>> ListServices(int port)
    {
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo();
        try
        {
            await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
            await call.ResponseStream.MoveNext(CancellationToken.None);
            return [.. call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name)];
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unimplemented)
        {
            return [];
        }
    }
}
