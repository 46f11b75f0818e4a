using FastApiStyle.TemplateTests.Runtime;
using static Microsoft.Playwright.Assertions;

namespace FastApiStyle.TemplateTests.Browser;

public sealed class PrefixTests(Page browser) : IClassFixture<Page>
{
    [BrowserFact]
    public async Task Docs_behind_a_prefix_sign_a_user_in_and_ask_the_service_there()
    {
        await using var service = await RunningService.Start(new() { ["Server__PathBase"] = "/shop" });
        var email = Api.NewEmail();
        using var _ = await service.Client.SignUp(email);
        var (page, faults) = await browser.Open(service.Address, "shop/docs");

        await page.Locator("button.authorize").First.ClickAsync();
        var dialog = page.Locator(".dialog-ux");
        await dialog.Locator("#oauth_username, input[name=username]").First.FillAsync(email);
        await dialog.Locator("#oauth_password, input[name=password]").First.FillAsync(Api.Password);
        await dialog.Locator("button.authorize").ClickAsync();
        await Expect(dialog.GetByText("Logout")).ToBeVisibleAsync();
        await dialog.Locator("button.btn-done").ClickAsync();

        var operation = page.Locator("#operations-users-readCurrentUser");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByText("Try it out").ClickAsync();
        await operation.Locator("button.execute").ClickAsync();
        await Expect(operation.Locator(".live-responses-table .response-col_status").Last).ToContainTextAsync("200");

        Assert.Contains("POST /shop/token 200", service.Log);
        Assert.Contains("GET /shop/users/me 200", service.Log);
        Assert.Empty(faults);
    }
}
