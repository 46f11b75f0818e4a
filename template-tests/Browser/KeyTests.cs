using FastApiStyle.TemplateTests.Library;
using FastApiStyle.TemplateTests.Library.Features.Lockers;
using static Microsoft.Playwright.Assertions;

namespace FastApiStyle.TemplateTests.Browser;

/// <summary>The Authorize button asks for what a dependency takes, and sends it.</summary>
public sealed class KeyTests(Page browser) : IClassFixture<Page>
{
    [BrowserTheory]
    [InlineData("X-Locker-Key", "readByChecked", HeaderKey.Open)]
    [InlineData("lockerKey-query", "readByQuery", HeaderKey.Open)]
    [InlineData("Basic", "readByBasic", "anna", HeaderKey.Open)]
    public async Task Docs_send_a_key_that_was_typed_once(string scheme, string operationId, params string[] typed)
    {
        await using var service = await new LibraryService(typeof(LockersFeature)).Start();
        var (page, faults) = await browser.Open(service.Address, "docs");

        await page.Locator(".auth-wrapper button.authorize").ClickAsync();
        var form = page.Locator(".dialog-ux .auth-container").Filter(new() { HasText = scheme }).First;
        foreach (var (index, text) in typed.Index())
        {
            await form.Locator("input").Nth(index).FillAsync(text);
        }
        await form.Locator("button.authorize").ClickAsync();
        await page.Locator(".dialog-ux button.btn-done").First.ClickAsync();
        var operation = page.Locator($"#operations-lockers-{operationId}");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByText("Try it out").ClickAsync();
        await operation.Locator("button.execute").ClickAsync();

        await Expect(operation.Locator(".live-responses-table .response-col_status").Last).ToContainTextAsync("200");
        Assert.Empty(faults);
    }
}
