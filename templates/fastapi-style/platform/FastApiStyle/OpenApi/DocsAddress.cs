using FastApiStyle.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace FastApiStyle.OpenApi;

/// <summary>Tells on the console where the documentation is.</summary>
internal sealed partial class DocsAddress(
    IServer server, IHostApplicationLifetime lifetime, IOptions<DocsSettings> docs, ApiOptions api,
    IOptions<ServerSettings> settings, ILogger<DocsAddress> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (docs.Value.OpenApi)
        {
            // Better now than with the first reader.
            Comments.FileOf(api.Service);
        }
        if (docs.Value.SwaggerUi)
        {
            lifetime.ApplicationStarted.Register(Tell);
        }
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Tell()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            // Of every address of this machine, the one that a browser on it can open.
            var open = address.Replace("[::]", "localhost", StringComparison.Ordinal)
                .Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
            LogDocs(logger, $"{open}{settings.Value.PathBase}/docs");
        }
    }

    [LoggerMessage(LogLevel.Information, "API documentation: {Address}")]
    private static partial void LogDocs(ILogger logger, string address);
}
