using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Grpc.Hosting;

/// <summary>The port of gRPC speaks HTTP/2 alone: without TLS there is nothing by which client and server could agree on a version.</summary>
internal sealed class GrpcPortProtocol(IOptions<GrpcSettings> settings) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options) => options.ConfigureEndpointDefaults(endpoint =>
    {
        if (settings.Value.Port is { } port && endpoint.IPEndPoint?.Port == port)
        {
            endpoint.Protocols = HttpProtocols.Http2;
        }
    });
}
