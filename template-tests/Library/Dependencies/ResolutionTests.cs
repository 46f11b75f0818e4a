using FastApiStyle.TemplateTests.Library.Features.Desks;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>When a dependency is resolved, and for how long it lives.</summary>
public sealed class ResolutionTests
{
    [Fact]
    public async Task It_is_resolved_once_in_a_request_behind_what_it_needs()
    {
        await using var service = await DesksService.Start();
        var diary = service.Services.GetRequiredService<Diary>();

        await service.Ask("POST", "/desks/7/notes?limit=3", "anna", """{"text":"hello"}""").MustSay("hello 3 desk 7 of anna for anna");
        await service.Ask("GET", "/desks/8", "anna").MustSay("desk 8 of anna");

        await service.Stop();
        Assert.Equal(["caller anna", "desk 7", "tidied 7", "caller anna", "desk 8", "tidied 8"], diary.Lines);
    }

    [Fact]
    public async Task What_was_resolved_is_disposed_of_though_another_refuses_or_the_input_is_not_valid()
    {
        await using var service = await DesksService.Start();
        var diary = service.Services.GetRequiredService<Diary>();

        using var invalid = await service.Ask("POST", "/desks/7/notes", "anna", "{}");

        await service.Stop();
        Assert.Equal(422, (int)invalid.StatusCode);
        Assert.Equal(["caller anna", "desk 7", "tidied 7"], diary.Lines);
    }

    [Fact]
    public async Task A_route_without_one_resolves_none()
    {
        await using var service = await DesksService.Start();

        await service.Ask("GET", "/desks/open", "anna").MustSay("open");

        Assert.Empty(service.Services.GetRequiredService<Diary>().Lines);
    }

    [Fact]
    public async Task A_service_may_ask_for_it_in_its_constructor()
    {
        await using var service = await DesksService.Start();

        await service.Ask("GET", "/desks/greeting?hall=B", "anna", null, "X-Branch: 3", "Cookie: theme=veryDark").MustSay("hello anna in 3 B VeryDark");
    }

    [Fact]
    public async Task Who_asks_for_it_where_it_is_not_resolved_hears_what_to_do()
    {
        await using var service = await DesksService.Start();
        await using var scope = service.Services.CreateAsyncScope();

        var exception = Assert.ThrowsAny<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<Greeter>());

        Assert.Equal(
            $"{typeof(Caller).FullName} is not resolved for this request: take it as a parameter of the handler, or ask for it on the route or its group by RequireDependency<Caller>().",
            exception.Message);
    }

    [Fact]
    public async Task A_test_replaces_it_in_a_line_and_nothing_is_refused_or_asked_for()
    {
        await using var service = await DesksService.Start(builder =>
            builder.Services.AddSingleton(new Caller("carl")).AddScoped(_ => new Branch("nowhere")));

        await service.Ask("GET", "/desks/greeting").MustSay("hello carl in nowhere");
        await service.Ask("GET", "/guarded/words").MustSay("words");
        await service.Ask("GET", "/desks/7").MustSay("desk 7 of carl");

        Assert.DoesNotContain("X-Branch", await service.Client.GetStringAsync("/openapi.json"));
        Assert.DoesNotContain(service.Services.GetRequiredService<Diary>().Lines, line => line.StartsWith("caller", StringComparison.Ordinal));
    }
}
