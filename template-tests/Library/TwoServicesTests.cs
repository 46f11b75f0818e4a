using System.Text.Json;
using FastApiStyle.TemplateTests.Library.Features.Visits;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>Nothing that a service decides is decided for its process.</summary>
public sealed class TwoServicesTests
{
    [Fact]
    public async Task Two_services_of_other_names_and_other_errors_answer_at_once_each_in_its_own_way()
    {
        await using var camel = await new LibraryService(typeof(VisitsFeature)).Start();
        await using var snake = await new LibraryService(typeof(VisitsFeature))
        {
            Api = api => (api.Errors, api.Naming) = (ErrorFormat.FastApi, JsonNamingPolicy.SnakeCaseLower),
        }.Start();

        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(_ => new[]
        {
            MustAnswer(camel, """{"guestCount":0,"mainPlace":{}}""", "errors",
                "greater_than_equal@body.guestCount", "missing@body.mainPlace.streetName", "missing@body.otherPlaces"),
            MustAnswer(snake, """{"guest_count":0,"main_place":{}}""", "detail",
                "greater_than_equal@body.guest_count", "missing@body.main_place.street_name", "missing@body.other_places"),
        }));
        var documents = await Task.WhenAll(camel.Client.GetStringAsync("/openapi.json"), snake.Client.GetStringAsync("/openapi.json"));

        Assert.Contains("\"guestCount\"", documents[0]);
        Assert.DoesNotContain("guest_count", documents[0]);
        Assert.DoesNotContain("HTTPError", documents[0]);
        Assert.Contains("\"guest_count\"", documents[1]);
        Assert.DoesNotContain("guestCount", documents[1]);
        Assert.DoesNotContain("Problem", documents[1]);
    }

    private static async Task MustAnswer(LibraryService service, string body, string list, params string[] expected)
    {
        using var answer = await service.Client.Send(HttpMethod.Post, "/visits", body);

        var faults = (await answer.Json())[list]!.AsArray();
        Assert.Equal(expected, faults.Select(fault => $"{fault!["type"]}@{string.Join('.', fault["loc"]!.AsArray())}"));
    }
}
