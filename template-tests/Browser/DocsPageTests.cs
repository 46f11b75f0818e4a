using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Library;
using FastApiStyle.TemplateTests.Library.Features.Books;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FastApiStyle.TemplateTests.Browser;

/// <summary>The page of the documentation, as a reader first sees it.</summary>
public sealed class DocsPageTests(Page browser) : IClassFixture<Page>
{
    [BrowserFact]
    public async Task It_begins_with_the_service_and_not_with_a_bar_of_another_name()
    {
        await using var service = await Start();

        var (page, faults) = await browser.Open(service.Address, "docs");

        await Expect(page.Locator(".info .title")).ToContainTextAsync("Library");
        await Expect(page.Locator(".info")).ToContainTextAsync("Lends books.");
        await Expect(page.Locator(".topbar")).ToHaveCountAsync(0);
        await Expect(page.Locator(".servers")).ToHaveCountAsync(0);
        Assert.Empty(faults);
    }

    [BrowserTheory]
    [InlineData("", "/openapi.json")]
    [InlineData("/inn", "/inn/openapi.json")]
    public async Task It_names_the_document_by_its_address(string prefix, string address)
    {
        await using var service = await Start(prefix);

        var (page, faults) = await browser.Open(service.Address, $"{prefix}/docs/");

        await Expect(page.Locator(".info a.link")).ToHaveTextAsync(address);
        Assert.Empty(faults);
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Dark, true)]
    [InlineData(ColorScheme.Light, false)]
    public async Task It_is_dark_where_the_system_is(ColorScheme scheme, bool isDark)
    {
        await using var service = await Start();
        var (page, _) = await browser.Open(service.Address, "docs");

        await page.EmulateMediaAsync(new() { ColorScheme = scheme });

        await Expect(page.Locator("html.dark-mode")).ToHaveCountAsync(isDark ? 1 : 0);
    }

    private static Task<LibraryService> Start(string prefix = "") => new LibraryService(typeof(BooksFeature))
    {
        Api = api => (api.Title, api.Description, api.Version) = ("Library", "Lends books.", "2.1.0"),
        UseFirst = app => app.UsePathBase(prefix),
    }.Start();
}
