using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shop.Tests;

/// <summary>The service, in this process, on a database of its own. Tests of different classes run side by side.</summary>
public sealed class ServiceFactory : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly Dictionary<string, string?> settings = new() { ["RateLimiting:Enabled"] = "false" };

    public ServiceFactory With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    /// <summary>A client who is signed in.</summary>
    public async Task<HttpClient> ClientAsync()
    {
        var client = CreateClient();
        var answer = await client.PostAsJsonAsync("/users", new { email = $"{Guid.NewGuid()}@example.com", password = "correct horse" });
        var token = await answer.JsonAsync();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        settings["ConnectionStrings:Default"] = $"Data Source={Path.Combine(folder.FullName, "app.db")};Pooling=False";
        foreach (var (setting, value) in settings)
        {
            builder.UseSetting(setting, value);
        }
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.AddProvider(new TestLog(line => TestContext.Current.TestOutputHelper?.WriteLine(line))));
        // So that the log of a request knows of which test it is.
        builder.ConfigureServices(services => services.Configure<TestServerOptions>(server => server.PreserveExecutionContext = true));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
