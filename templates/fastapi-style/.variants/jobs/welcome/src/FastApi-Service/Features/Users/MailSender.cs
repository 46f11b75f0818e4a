using FastApiStyle;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FastApiService.Features.Users;

/// <summary>Sends e-mails.</summary>
public interface IMailSender
{
    /// <param name="key">What is sent twice with one key is one e-mail: a job runs at least once. Mail services take it as <c>Idempotency-Key</c>.</param>
    Task SendAsync(string to, string text, string key, CancellationToken cancellation);
}

public sealed class MailFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.TryAddSingleton<IMailSender, LoggedMailSender>();
}

/// <summary>Stands where yours talks to a mail service.</summary>
internal sealed partial class LoggedMailSender(ILogger<LoggedMailSender> logger) : IMailSender
{
    public Task SendAsync(string to, string text, string key, CancellationToken cancellation)
    {
        LogMail(logger, to, text, key);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "To {To}: {Text} ({Key})")]
    private static partial void LogMail(ILogger logger, string to, string text, string key);
}
