using System.ComponentModel.DataAnnotations;

namespace FastApiStyle.Grpc.Hosting;

/// <summary>The settings under <c>Grpc</c>.</summary>
internal sealed record GrpcSettings
{
    /// <summary>The port that speaks HTTP/2 without TLS. Without it there is none.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }
}
