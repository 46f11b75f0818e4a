using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library.Features.Mail;

/// <summary>One letter.</summary>
public sealed record Email(string To, string From, string Subject);

/// <summary>Sends e-mails.</summary>
public interface IEmailSender
{
    Task SendAsync(string to, string subject, CancellationToken cancellation);
}

/// <summary>Sends e-mails by a service that delivers them.</summary>
public sealed class HttpEmailSender(HttpClient http, IOptions<MailSettings> settings) : IEmailSender
{
    public async Task SendAsync(string to, string subject, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync("/messages", new Email(to, settings.Value.From, subject), cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
