using FastApiStyle.Jobs.RabbitMq;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastApiStyle.Jobs.Running;

/// <summary>
/// Degraded where jobs can be saved and not handed out: what is there waits, and the service serves. The probe answers 200 then, so that
/// no orchestrator takes an instance away from its clients for it.
/// </summary>
internal sealed class JobCheck(Broker? broker = null) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(broker is { IsConnected: false } ? HealthCheckResult.Degraded("RabbitMQ is away.") : HealthCheckResult.Healthy());
}
