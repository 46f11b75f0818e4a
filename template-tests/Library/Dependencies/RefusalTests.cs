using FastApiStyle.TemplateTests.Library.Input;
using Microsoft.AspNetCore.Http;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>A dependency may refuse a request before anything of it is validated.</summary>
public sealed class RefusalTests
{
    private const string Broken = """{"text":""";

    [Theory]
    [InlineData("""{"text":"hello"}""")]
    [InlineData("""{"text":7}""")]
    [InlineData(Broken)]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_refusal_comes_before_422(string body)
    {
        await using var service = await DesksService.Start();

        await service.Ask("POST", "/desks/7/notes?limit=x", null, body).MustRefuse(401, "Sign in first: the request carries no valid token.");
        await service.Ask("POST", "/desks/7/notes?limit=x", "removed", body).MustRefuse(401, "You have been removed.");
        await service.Ask("POST", "/desks/7/notes?limit=x", "banned", body).MustRefuse(403, "You are banned.");
        await service.Ask("POST", "/desks/404/notes?limit=x", "anna", body).MustRefuse(404, "There is no such desk.");
    }

    [Fact]
    public async Task What_nothing_refuses_reaches_the_handler()
    {
        await using var service = await DesksService.Start();

        await service.Ask("POST", "/desks/7/notes?limit=3", "anna", """{"text":"hello"}""").MustSay("hello 3 desk 7 of anna for anna");
        await service.Ask("GET", "/desks/viewed").MustSay("nobody");
        await service.Ask("GET", "/desks/viewed", "carl").MustSay("carl");
    }

    [Fact]
    public async Task Of_several_refusals_the_first_counts()
    {
        await using var service = await DesksService.Start();

        await service.Ask("GET", "/both", "banned", null, "X-Branch: 404").MustRefuse(404, "There is no such branch.");
        await service.Ask("GET", "/both", "banned", null, "X-Branch: 1").MustRefuse(403, "You are banned.");
    }

    [Fact]
    public async Task A_refusal_of_one_goes_before_the_faults_of_another()
    {
        await using var service = await DesksService.Start();

        await service.Ask("GET", "/both", "banned", null, "X-Branch: x").MustRefuse(403, "You are banned.");
        await (await service.Ask("GET", "/both", "anna", null, "X-Branch: x")).MustHaveFaults("int_parsing@header.X-Branch");
    }

    [Fact]
    public async Task Another_content_type_is_refused_before_it_as_routing_comes_first()
    {
        await using var service = await DesksService.Start();

        using var answer = await service.Client.PostAsync("/desks/7/notes?limit=1", new StringContent("a=b", null, "text/plain"));

        Assert.Equal(StatusCodes.Status415UnsupportedMediaType, (int)answer.StatusCode);
    }
}
