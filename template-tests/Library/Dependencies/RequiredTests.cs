using FastApiStyle.TemplateTests.Library.Features.Desks;
using FastApiStyle.TemplateTests.Library.Input;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>A dependency may be asked for on a route or a group, of features or not.</summary>
public sealed class RequiredTests
{
    private const string Nobody = "Sign in first: the request carries no valid token.";

    [Theory]
    [InlineData("/guarded/words", "words")]
    [InlineData("/guarded/raw", "raw")]
    public async Task A_group_may_ask_for_one(string path, string text)
    {
        await using var service = await DesksService.Start();

        await service.Ask("GET", path).MustRefuse(401, Nobody);
        await service.Ask("GET", path, "anna").MustSay(text);
    }

    [Fact]
    public async Task It_holds_outside_of_features_too()
    {
        await using var service = await DesksService.Start(use: app =>
        {
            app.MapGet("/alone", (Caller caller) => caller.Name).RequireDependency<Caller>();
            app.MapGet("/raw", (HttpContext http) => http.Response.WriteAsync("raw")).RequireDependency<Caller>().RequireDependency<Branch>();
            var group = app.MapGroup("/group").RequireDependency<Branch>();
            group.MapGet("/typed", (int? limit) => $"limit {limit}");
        });

        await service.Ask("GET", "/alone").MustRefuse(401, Nobody);
        await service.Ask("GET", "/alone", "anna").MustSay("anna");
        await service.Ask("GET", "/raw", null, null, "X-Branch: 1").MustRefuse(401, Nobody);
        await (await service.Ask("GET", "/raw?hall=ABCD", "anna", null, "X-Branch: y")).MustHaveFaults(
            """string_too_long@query.hall {"max_length":3}""", "int_parsing@header.X-Branch");
        await service.Ask("GET", "/raw", "anna", null, "X-Branch: 1").MustSay("raw");
        await (await service.Ask("GET", "/group/typed?limit=5")).MustHaveFaults("missing@header.X-Branch");
        await service.Ask("GET", "/group/typed?limit=5", null, null, "X-Branch: 1", "Cookie: theme=veryDark").MustSay("limit 5");
    }

    [Fact]
    public async Task Around_all_features_it_holds_for_each()
    {
        await using var service = await new LibraryService(typeof(DesksFeature))
        {
            Routes = app => app.MapGroup("/v1").RequireDependency<Caller>(),
        }.Start();

        await service.Ask("GET", "/v1/desks/open").MustRefuse(401, Nobody);
        await service.Ask("GET", "/v1/desks/open", "anna").MustSay("open");
    }
}
