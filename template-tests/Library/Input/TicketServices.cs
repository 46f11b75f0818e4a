using System.Net;
using System.Text;
using System.Text.Json;
using FastApiStyle.TemplateTests.Library.Features.Tickets;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>A service of tickets in each naming.</summary>
public sealed class TicketServices : IAsyncLifetime
{
    private readonly Dictionary<string, LibraryService> services = [];

    public async Task InitializeAsync()
    {
        services["camel"] = await Start(JsonNamingPolicy.CamelCase);
        services["snake"] = await Start(JsonNamingPolicy.SnakeCaseLower);
    }

    public async Task DisposeAsync()
    {
        foreach (var service in services.Values)
        {
            await service.DisposeAsync();
        }
    }

    public async Task<HttpResponseMessage> Send(
        string naming, string method, string path, string? body = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        return await services[naming].Client.SendAsync(request);
    }

    public async Task<string> Read(string naming, string method, string path, string? body = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var answer = await Send(naming, method, path, body, type, headers);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{text} {string.Join('\n', services[naming].Log.Lines)}");
        return text;
    }

    private static Task<LibraryService> Start(JsonNamingPolicy naming) =>
        new LibraryService(typeof(TicketsFeature)) { Api = api => api.Naming = naming }.Start();
}
