using Microsoft.Playwright;

namespace FastApiStyle.TemplateTests.Browser;

/// <summary>A browser for all tests of a class, whose pages note whatever they ask of another host, and every error.</summary>
public sealed class Page : IAsyncLifetime
{
    /// <summary>In milliseconds: a busy machine takes its time to draw a page, and how long is no test's subject.</summary>
    private const float Patience = 60_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    static Page() => Assertions.SetDefaultExpectTimeout(Patience);

    public Task InitializeAsync() => Task.CompletedTask;

    /// <param name="service">Whose page it is.</param>
    /// <param name="path">Which one.</param>
    /// <param name="others">Whom it may ask besides.</param>
    public async Task<(IPage Page, IReadOnlyCollection<string> Faults)> Open(Uri service, string path, params Uri[] others)
    {
        // Not before a test wants it: where they are all skipped there is nothing to start.
        playwright ??= await Playwright.CreateAsync();
        browser ??= await Chromium.Launch(playwright);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        page.SetDefaultTimeout(Patience);
        var faults = new List<string>();
        await page.RouteAsync(url => !others.Append(service).Any(known => known.Authority == new Uri(url).Authority) && !IsInline(url), async route =>
        {
            faults.Add($"asks {route.Request.Url}");
            await route.AbortAsync();
        });
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            // What the page's own Content-Security-Policy holds back contacts nobody; the route above sees the rest.
            if (message.Type == "error" && !message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                faults.Add(message.Text);
            }
        };
        await page.GotoAsync(new Uri(service, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return (page, faults);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    private static bool IsInline(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);
}
