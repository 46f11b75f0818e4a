using System.Net;
using System.Net.Http.Json;

namespace FeatureNamespace.Tests;

public sealed class EntityPluralAuthTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_changes_something_signs_in_first()
    {
        var stranger = service.CreateClient();
        var location = $"/entity-plural/{Guid.NewGuid()}";

        await (await stranger.PostAsJsonAsync("/entity-plural", new { }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        await (await stranger.PatchAsJsonAsync(location, new { }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        await (await stranger.DeleteAsync(location, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
    }
}
