using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>Who comes from FastAPI finds its statuses, its codes and its places, or the difference in the guide.</summary>
public sealed class ReferenceTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> MediaTypes = new()
    {
        ["json"] = "application/json",
        ["text"] = "text/plain",
        ["form"] = "application/x-www-form-urlencoded",
        ["multipart"] = "multipart/form-data; boundary=z",
        ["broken"] = "multipart/form-data",
    };

    private readonly LibraryService service = new(typeof(ReferenceFeature))
    {
        Api = api => (api.Errors, api.Naming) = (ErrorFormat.FastApi, JsonNamingPolicy.SnakeCaseLower),
    };

    public static TheoryData<string> Requests => new(Recorded.All.Keys);

    public Task InitializeAsync() => service.Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_is_answered_as_FastAPI_does_or_as_the_guide_says(string what)
    {
        var request = Recorded.All[what];
        var expected = Difference.All.GetValueOrDefault(what);

        Assert.Equal(expected?.FastApi ?? request.Answer, request.Answer);
        Assert.Equal(expected?.Here ?? request.Answer, await Ask(request));
    }

    [Fact]
    public void The_guide_tells_of_differences_alone()
    {
        Assert.All(Difference.All.Values, difference => Assert.NotEqual(difference.FastApi, difference.Here));
        Assert.Empty(Difference.All.Keys.Except(Recorded.All.Keys));
        Assert.NotEmpty(Difference.All);
    }

    private async Task<string> Ask(Recorded recorded)
    {
        using var request = new HttpRequestMessage(new(recorded.Method), recorded.Path);
        if (MediaTypes.TryGetValue(recorded.Type, out var type))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(recorded.Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        if (recorded.User != "-")
        {
            request.Headers.Authorization = new(NamedUsers.Scheme, recorded.User == "stranger" ? recorded.User : $"user:{recorded.User}@navy.example");
        }
        using var answer = await service.Client.SendAsync(request);
        var status = $"{(int)answer.StatusCode}";
        if (status != "422")
        {
            return status;
        }
        var faults = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!.AsArray();
        Assert.All(faults, fault => Assert.Null(fault!["input"]));
        return $"{status} {string.Join(' ', faults.Select(Describe).Order(StringComparer.Ordinal))}";
    }

    private static string Describe(JsonNode? fault) =>
        $"{fault!["type"]}@{string.Concat(fault["loc"]!.AsArray().Select(part => part!.GetValueKind() == JsonValueKind.Number ? $"[{part}]" : $".{part}"))[1..]}";
}
