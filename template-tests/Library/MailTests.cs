using FastApiStyle.TemplateTests.Library.Features.Mail;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>A folder of a feature has all that it needs: settings, a client, a hosted service, a health check, middleware, routes.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task An_email_is_sent_after_the_answer()
    {
        await using var mail = await MailServer.Start();
        await using var service = await Start(mail.Url);

        using var answer = await service.Client.Send(HttpMethod.Post, "/readers", """{"email":"ada@example.com"}""");

        Assert.Equal((202, "shop@example.com"), ((int)answer.StatusCode, answer.Headers.GetValues("X-Mail-From").Single()));
        Assert.Equal(new Email("ada@example.com", "shop@example.com", "Welcome"), await mail.WaitForLetter());
    }

    [Fact]
    public async Task Its_health_is_that_of_the_service()
    {
        var mail = await MailServer.Start();
        await using var service = await Start(mail.Url);
        var health = service.Services.GetRequiredService<HealthCheckService>();

        await MailServer.Until(async () => (await health.CheckHealthAsync()).Status == HealthStatus.Healthy);
        await mail.DisposeAsync();
        await MailServer.Until(async () => (await health.CheckHealthAsync()).Status == HealthStatus.Unhealthy);
    }

    [Theory]
    [InlineData("nowhere", "shop@example.com", "The setting Mail:Url is wrong: must be an address such as https://mail.example.com.")]
    [InlineData("http://127.0.0.1:1", "nobody", "The setting Mail:From is wrong: must be an e-mail address.")]
    public async Task Each_wrong_setting_is_named(string url, string from, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(url, from));

        Assert.Equal(sentence, Assert.Single(refusal.Failures));
    }

    private static Task<LibraryService> Start(string url, string from = "shop@example.com") => new LibraryService(typeof(MailFeature))
    {
        Add = builder =>
        {
            builder.Configuration["Mail:Url"] = url;
            builder.Configuration["Mail:From"] = from;
        },
    }.Start();
}
