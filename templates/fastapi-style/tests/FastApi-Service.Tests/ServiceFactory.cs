using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FastApiService.Tests;

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

    public async Task<HttpClient> SignedInAsync()
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
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>What tests ask of an answer.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).Clone();

    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        return await answer.JsonAsync();
    }
}
