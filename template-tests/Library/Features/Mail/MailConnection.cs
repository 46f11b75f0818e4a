using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Mail;

/// <summary>Looks again and again whether the service that delivers mail is there.</summary>
public sealed class MailConnection(IHttpClientFactory clients) : BackgroundService, IHealthCheck
{
    private volatile bool isThere;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(isThere ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Nobody delivers mail."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            try
            {
                using var answer = await clients.CreateClient(nameof(IEmailSender)).GetAsync("/", stoppingToken);
                isThere = answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                isThere = false;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
