using Grpc.Health.V1;
using HealthClient = Grpc.Health.V1.Health.HealthClient;

namespace FastApiService.Tests;

public sealed class RpcTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    [Fact]
    public async Task Its_health_is_that_of_the_readiness_probe()
    {
        using var channel = service.RpcAs(service.CreateClient());

        var answer = await new HealthClient(channel).CheckAsync(new HealthCheckRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }
}
