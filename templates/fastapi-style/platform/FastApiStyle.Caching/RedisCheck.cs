using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastApiStyle.Caching;

/// <summary>Without Redis the service is slower, and no less ready.</summary>
internal sealed class RedisCheck(Redis redis) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await redis.TellAsync(database => database.PingAsync(), cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Redis is away.");
}
