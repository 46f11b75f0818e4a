using System.Net;
using System.Net.Sockets;

namespace FastApiStyle.TemplateTests.Harness;

internal static class Loopback
{
    /// <summary>A port that nobody listens on, for servers that cannot choose one by themselves.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
