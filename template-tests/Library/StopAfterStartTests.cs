using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>A start for the sake of what a start does: the job before a roll-out.</summary>
public sealed class StopAfterStartTests
{
    [Fact]
    public async Task What_stops_after_its_start_has_done_all_that_a_start_does_and_has_served_nobody()
    {
        var work = new Work();
        // Taken: who listened there could not start.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var app = Build($"http://{listener.LocalEndpoint}", work);

        await app.RunAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(["begun", "ended"], work.Seen);
    }

    [Fact]
    public async Task What_cannot_start_fails_and_does_not_stop_as_if_it_had_succeeded()
    {
        await using var app = Build("http://127.0.0.1:0", new Work { Fails = true });

        await Assert.ThrowsAsync<StartupException>(() => app.RunAsync().WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private static WebApplication Build(string address, Work work)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false", "--Server:StopAfterStart=true", "--urls", address],
        });
        builder.Logging.ClearProviders();
        builder.Services.AddHostedService(_ => work);
        builder.AddFastApiStyle(typeof(StopAfterStartTests).Assembly, api => api.Types = []);
        builder.AddServer();
        var app = builder.Build();
        app.UseServer();
        app.UseFastApiStyle();
        app.UseRouting();
        app.MapFeatures();
        return app;
    }

    private sealed class Work : IHostedService
    {
        public bool Fails { get; init; }

        public List<string> Seen { get; } = [];

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Seen.Add("begun");
            return Fails ? Task.FromException(new StartupException("The database is away.")) : Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            Seen.Add("ended");
            return Task.CompletedTask;
        }
    }
}
