using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FastApiService.Data;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(AppDbContext database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.Users.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
