using System.Diagnostics;
using FastApiStyle.Benchmarks.Allocations;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>What <c>DOTNET_STARTUP_HOOKS</c> calls before the service begins. It has to have this name, and no namespace.</summary>
internal static class StartupHook
{
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Each<DiagnosticListener>(listener =>
    {
        if (listener.Name == "Microsoft.Extensions.Hosting")
        {
            listener.Subscribe(new Each<KeyValuePair<string, object?>>(happened =>
            {
                if (happened is { Key: "HostBuilding", Value: IHostBuilder builder })
                {
                    builder.ConfigureServices(Add);
                }
            }));
        }
    }));

    /// <summary>Behind all that the service adds: Kestrel takes the last transport. A client counts once the service has started.</summary>
    private static void Add(IServiceCollection services)
    {
        services.AddSingleton<MemoryTransport>();
        services.AddSingleton<IConnectionListenerFactory>(provider => provider.GetRequiredService<MemoryTransport>());
        services.AddHostedService<Measurement>();
    }

    private sealed class Each<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
