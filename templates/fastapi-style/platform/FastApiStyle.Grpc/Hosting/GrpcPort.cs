using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Grpc.Hosting;

/// <summary>
/// Adds the port of gRPC to the addresses of the service, wherever these come from: endpoints of Kestrel in the settings would silence
/// <c>--urls</c>.
/// </summary>
internal sealed class GrpcPort(IOptions<GrpcSettings> settings) : IStartupFilter
{
    private const string Default = "http://localhost:5000";

    // Called when the addresses are known and none is bound yet.
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (settings.Value.Port is { } port && app.ServerFeatures.Get<IServerAddressesFeature>()?.Addresses is { IsReadOnly: false } addresses)
        {
            if (addresses.Count == 0)
            {
                // Of several the framework takes those that are named, of none this one.
                addresses.Add(Default);
            }
            if (!addresses.Any(address => BindingAddress.Parse(address).Port == port))
            {
                addresses.Add($"http://{HostOf(BindingAddress.Parse(addresses.First()))}:{port}");
            }
        }
        next(app);
    };

    /// <summary>Where the service listens for HTTP; beside a socket of Unix, on this machine.</summary>
    private static string HostOf(BindingAddress address) => address.IsUnixPipe || address.IsNamedPipe ? "localhost" : address.Host;
}
