using System.Net.Http.Json;
using System.Threading.Channels;
using FastApiService.Features.Users;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiService.Tests;

public sealed class WelcomeTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_up_is_welcomed_however_often_that_fails_at_first()
    {
        var mailbox = new Mailbox();
        var client = service.With("Jobs:FirstPause", "00:00:00").WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton<IMailSender>(mailbox))).CreateClient();

        await client.PostAsJsonAsync("/users", new { email = "ada@example.com", password = "correct horse" }, Cancellation);

        Assert.Equal("ada@example.com: Welcome!", await mailbox.Mails.Reader.ReadAsync(Cancellation));
        Assert.Single(mailbox.Keys.Distinct());
    }

    /// <summary>Keeps what is sent, after it was away once.</summary>
    private sealed class Mailbox : IMailSender
    {
        public Channel<string> Mails { get; } = Channel.CreateUnbounded<string>();

        public List<string> Keys { get; } = [];

        public async Task SendAsync(string to, string text, string key, CancellationToken cancellation)
        {
            Keys.Add(key);
            if (Keys.Count == 1)
            {
                throw new IOException("The mail service is away.");
            }
            await Mails.Writer.WriteAsync($"{to}: {text}", cancellation);
        }
    }
}
