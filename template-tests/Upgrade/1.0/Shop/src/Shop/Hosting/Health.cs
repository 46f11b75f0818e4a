using FastApiStyle;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Shop.Hosting;

/// <summary>The probes: alive, and ready to serve.</summary>
public static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks();

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => report.Status == HealthStatus.Unhealthy
        ? new ServiceUnavailableProblem().ExecuteAsync(http)
        : http.Response.WriteAsync(report.Status.ToString(), http.RequestAborted);
}
