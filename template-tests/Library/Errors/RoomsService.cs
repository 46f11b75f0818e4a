using FastApiStyle.TemplateTests.Library.Features.Rooms;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>A service that turns requests away, one for all tests of a class.</summary>
public sealed class RoomsService : IAsyncLifetime
{
    private LibraryService service = null!;

    public HttpClient Client => service.Client;

    public Uri Address => service.Address;

    internal static Task<LibraryService> Start(string environment = "Development", ErrorFormat errors = ErrorFormat.Problem) =>
        new LibraryService(typeof(RoomsFeature)) { Environment = environment, LogsRequests = true, Api = api => api.Errors = errors }.Start();

    public async Task InitializeAsync() => service = await Start();

    public async Task DisposeAsync() => await service.DisposeAsync();
}
