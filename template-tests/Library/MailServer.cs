using System.Collections.Concurrent;
using FastApiStyle.TemplateTests.Library.Features.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>Delivers mail to the test, on a free port of 127.0.0.1.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Email> letters = new();

    private MailServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public static async Task<MailServer> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new MailServer(builder.Build());
        server.app.MapGet("/", () => "ready");
        server.app.MapPost("/messages", (Email letter) => server.letters.Enqueue(letter));
        await server.app.StartAsync();
        return server;
    }

    public async Task<Email> WaitForLetter()
    {
        using var patience = new CancellationTokenSource(Patience);
        Email? letter;
        while (!letters.TryDequeue(out letter))
        {
            await Task.Delay(10, patience.Token);
        }
        return letter;
    }

    /// <summary>What a service that looks for it now and then sees soon.</summary>
    public static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
