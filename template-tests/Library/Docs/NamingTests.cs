using System.Text.Json;
using FastApiStyle.TemplateTests.Library.Features.Visits;
using FastApiStyle.TemplateTests.Runtime;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>Names of several words, which every source of input and the document write alike.</summary>
public sealed class NamingTests
{
    public static TheoryData<string, ErrorFormat, string[]> Formats
    {
        get
        {
            string[] camel = ["guestCount", "mainPlace", "pageSize", "guestName", "/visits/{roomNumber}", "moveVisit"];
            string[] snake = ["guest_count", "main_place", "page_size", "guest_name", "/visits/{room_number}", "moveVisit"];
            return new()
            {
                { "camelCase", ErrorFormat.Problem, camel },
                { "camelCase", ErrorFormat.FastApi, camel },
                { "snake_case", ErrorFormat.Problem, snake },
                { "snake_case", ErrorFormat.FastApi, snake },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Names_of_several_words_are_written_alike_everywhere(string naming, ErrorFormat errors, string[] names)
    {
        await using var service = await new LibraryService(typeof(VisitsFeature))
        {
            Api = api => (api.Errors, api.Naming) = (errors, naming == "camelCase" ? JsonNamingPolicy.CamelCase : JsonNamingPolicy.SnakeCaseLower),
        }.Start();

        await Contract.AttackAsync(service.Client);

        var document = await service.Client.GetStringAsync("/openapi.json");
        Assert.All(names, name => Assert.Contains($"\"{name}\"", document));
        using var answer = await service.Client.Send(HttpMethod.Post, "/visits", $$$"""{"{{{names[0]}}}":0,"{{{names[1]}}}":{}}""");
        var faults = (await answer.Json())[errors == ErrorFormat.Problem ? "errors" : "detail"]!.ToJsonString();
        Assert.All(names.Take(2), name => Assert.Contains($"\"body\",\"{name}\"", faults));
    }
}
