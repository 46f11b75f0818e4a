using System.Net;

namespace Shop.Tests;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Without_its_migrations_the_service_is_not_ready()
    {
        await using var service = new ServiceFactory().With("Database:MigrateAtStart", "false");

        var answer = await service.CreateClient().GetAsync("/health/ready", TestContext.Current.CancellationToken);

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
    }
}
