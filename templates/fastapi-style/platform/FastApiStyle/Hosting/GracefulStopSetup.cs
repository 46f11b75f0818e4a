using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace FastApiStyle.Hosting;

/// <summary>Kestrel's transport, with its listeners known to <see cref="GracefulStop"/>.</summary>
internal sealed class StoppableListenerFactory(SocketTransportFactory sockets, GracefulStop stop) : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var listener = await sockets.BindAsync(endpoint, cancellationToken);
        stop.Add(listener);
        return listener;
    }
}

internal static class GracefulStopSetup
{
    public static void AddGracefulStop(this IServiceCollection services)
    {
        services.AddSingleton<RunningRequests>();
        services.AddSingleton<GracefulStop>();
        services.AddHostedService(provider => provider.GetRequiredService<GracefulStop>());
        services.AddSingleton<SocketTransportFactory>();
        services.AddSingleton<IConnectionListenerFactory, StoppableListenerFactory>();
        services.AddSingleton<IStartupFilter, TrackEveryRequest>();
    }

    /// <summary>Around everything else: a request is at an end when all that looks at its answer is.</summary>
    private sealed class TrackEveryRequest(RunningRequests requests, GracefulStop stop) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            // One delegate for all of them.
            Func<object, Task> starting = stop.CloseWhenLast;
            app.Use(next => requests.Track(next, starting));
            next(app);
        };
    }
}
