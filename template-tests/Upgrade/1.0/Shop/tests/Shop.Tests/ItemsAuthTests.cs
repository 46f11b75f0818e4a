using System.Net;
using System.Net.Http.Json;

namespace Shop.Tests;

public sealed class ItemsAuthTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_changes_items_signs_in_first()
    {
        var stranger = service.CreateClient();
        var location = $"/items/{Guid.NewGuid()}";

        await (await stranger.PostAsJsonAsync("/items", new { }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        await (await stranger.PatchAsJsonAsync(location, new { }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        await (await stranger.DeleteAsync(location, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
    }
}
