using FastApiStyle.TemplateTests.Browser;
using static Microsoft.Playwright.Assertions;

namespace FastApiStyle.TemplateTests.Oidc;

public sealed class AuthorizeButtonTests(OidcService oidc, Page browser) : IClassFixture<OidcService>, IClassFixture<Page>
{
    [BrowserFact]
    public async Task Docs_sign_in_at_the_issuer_by_code_with_PKCE_and_create_an_item()
    {
        var (page, faults) = await browser.Open(oidc.Process.Address, "docs", new Uri(oidc.Issuer.Address));

        await page.Locator("button.authorize").First.ClickAsync();
        var dialog = page.Locator(".dialog-ux");
        await Expect(dialog.Locator("input[id^=client_id]")).ToHaveValueAsync("docs");
        await dialog.Locator("button.authorize").ClickAsync();
        await Expect(dialog.GetByText("Logout")).ToBeVisibleAsync();
        await dialog.Locator("button.btn-done").ClickAsync();
        Assert.Equal(1, oidc.Issuer.Exchanged);
        Assert.DoesNotContain("POST", oidc.Process.Log);

        var operation = page.Locator("#operations-items-createItem");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByText("Try it out").ClickAsync();
        await operation.Locator("textarea").FillAsync($$"""{"name":"Lamp {{Guid.NewGuid():N}}","price":12.5}""");
        await operation.Locator("button.execute").ClickAsync();
        await Expect(operation.Locator(".live-responses-table .response-col_status").Last).ToContainTextAsync("201");

        Assert.Empty(faults);
    }
}
