using System.Net.Http.Headers;
using System.Text;
using FastApiStyle.TemplateTests.Library.Features.Orders;
using FastApiStyle.TemplateTests.Library.Features.Parcels;
using FastApiStyle.TemplateTests.Library.Features.People;
using Microsoft.AspNetCore.Hosting;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>A service that takes input of every kind, one for all tests of this folder.</summary>
[CollectionDefinition(nameof(InputService))]
public sealed class InputService : IAsyncLifetime, ICollectionFixture<InputService>
{
    private LibraryService service = null!;

    public HttpClient Client => service.Client;

    public Uri Address => service.Address;

    internal static Task<LibraryService> Start(
        string environment = "Development", long maxBodyBytes = 1024 * 1024, bool logsRequests = false) =>
        new LibraryService(typeof(PeopleFeature), typeof(OrdersFeature), typeof(ParcelsFeature))
        {
            Environment = environment,
            LogsRequests = logsRequests,
            Add = builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = maxBodyBytes),
        }.Start();

    public async Task InitializeAsync() => service = await Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    public Task<HttpResponseMessage> Send(
        string method, string path, string? body = null, string type = "application/json", params (string Name, string Value)[] headers) =>
        Send(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), type, headers);

    public async Task<HttpResponseMessage> Send(
        string method, string path, byte[]? body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return await Client.SendAsync(request);
    }
}
