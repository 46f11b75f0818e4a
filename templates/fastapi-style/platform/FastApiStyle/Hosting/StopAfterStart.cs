using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace FastApiStyle.Hosting;

/// <summary>
/// A start for the sake of what a start does, as a job before a roll-out: settings and routes are checked and the database is brought up to date as ever,
/// but no port is opened, and then the service stops. What cannot start ends with 1, as ever.
/// </summary>
internal sealed class StopAfterStart(IHostApplicationLifetime lifetime) : IHostedService
{
    /// <param name="builder">The builder of the service, which has its server by now.</param>
    public static void AddTo(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.AddHostedService<StopAfterStart>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
