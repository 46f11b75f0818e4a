using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FastApiStyle.TemplateTests.Browser;

public sealed class DocsTests(RunningService service, Page browser) : IClassFixture<RunningService>, IClassFixture<Page>
{
    [BrowserFact]
    public async Task Docs_sign_a_user_in_and_create_an_item()
    {
        var email = Api.NewEmail();
        using var _ = await service.Client.SignUp(email);
        var (page, faults) = await browser.Open(service.Process.Address, "docs");

        await SignIn(page, email, Api.Password);
        await Screenshot(page, "docs.png");

        var operation = page.Locator("#operations-items-createItem");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByText("Try it out").ClickAsync();
        await operation.Locator("textarea").FillAsync($$"""{"name":"Lamp {{email[..4]}}","price":12.5}""");
        await operation.Locator("button.execute").ClickAsync();
        await Expect(operation.Locator(".live-responses-table .response-col_status").Last).ToContainTextAsync("201");

        await Screenshot(page, "docs-created.png");
        Assert.Empty(faults);
    }

    /// <summary>A reader types nothing but who they are: what an example names is there.</summary>
    [BrowserFact]
    public async Task Each_operation_of_the_sample_succeeds_with_its_example()
    {
        await using var fresh = await RunningService.Start();
        var (page, faults) = await browser.Open(fresh.Address, "docs");

        await Execute(page, "users-createUser", "201");
        await SignIn(page, "ada@example.com", "correct horse battery");
        await Execute(page, "auth-createToken", "200");
        await Execute(page, "users-readCurrentUser", "200");
        await Execute(page, "items-createItem", "201");
        await Execute(page, "items-listItems", "200");
        await Execute(page, "items-readItem", "200");
        await Execute(page, "items-updateItem", "200");
        await Execute(page, "items-deleteItem", "204");

        await page.ReloadAsync();
        await Expect(page.Locator(".auth-wrapper .authorize.locked")).ToHaveCountAsync(1);
        Assert.Empty(faults);
    }

    [BrowserFact]
    public async Task ReDoc_shows_every_operation()
    {
        var (page, faults) = await browser.Open(service.Process.Address, "redoc");

        foreach (var operation in new[] { "post /users", "get /users/me", "post /token", "patch /items/{id}" })
        {
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = operation, Exact = true })).ToBeVisibleAsync();
        }

        await Screenshot(page, "redoc.png");
        Assert.Empty(faults);
    }

    private static async Task SignIn(IPage page, string email, string password)
    {
        await page.Locator("button.authorize").First.ClickAsync();
        var dialog = page.Locator(".dialog-ux");
        await dialog.Locator("#oauth_username, input[name=username]").First.FillAsync(email);
        await dialog.Locator("#oauth_password, input[name=password]").First.FillAsync(password);
        await dialog.Locator("button.authorize").ClickAsync();
        await Expect(dialog.GetByText("Logout")).ToBeVisibleAsync();
        await dialog.Locator("button.btn-done").ClickAsync();
    }

    private static async Task Execute(IPage page, string name, string status)
    {
        var operation = page.Locator($"#operations-{name}");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByText("Try it out").ClickAsync();
        await operation.Locator("button.execute").ClickAsync();
        await Expect(operation.Locator(".live-responses-table .response-col_status").Last).ToContainTextAsync(status);
        await operation.Locator(".opblock-summary-control").ClickAsync();
    }

    private static async Task Screenshot(IPage page, string name) =>
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", name) });
}
