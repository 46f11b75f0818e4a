using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>A service that answers as FastAPI does, and what it is asked.</summary>
internal static class Asked
{
    public static LibraryService Service(params Type[] features) => Service(null, features);

    public static LibraryService Service(Action<IServiceCollection>? add, params Type[] features) => new(features)
    {
        Add = builder => add?.Invoke(builder.Services),
        Api = api => (api.Errors, api.Naming) = (ErrorFormat.FastApi, JsonNamingPolicy.SnakeCaseLower),
    };

    public static async Task<JsonNode> Document(this LibraryService service) => JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

    public static async Task<JsonNode> Operation(this LibraryService service, string path, string method = "get") =>
        (await service.Document())["paths"]![path]![method]!;

    public static async Task<JsonNode> Schema(this LibraryService service, string name) => (await service.Document())["components"]!["schemas"]![name]!;

    /// <returns>The answer to a GET that succeeds.</returns>
    public static async Task<string> Get(this LibraryService service, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <returns>The faults of a request, such as <c>int_parsing@query.limit</c>.</returns>
    public static async Task<string> Faults(this LibraryService service, string path, string? body = null)
    {
        using var answer = body is null ? await service.Client.GetAsync(path) : await service.Post(path, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return string.Join(' ', JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!.AsArray().Select(fault => RecordedAnswer.PlaceOf(fault!)));
    }

    public static Task<HttpResponseMessage> Post(this LibraryService service, string path, string body) =>
        service.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
}
