//#if (auth != "none")
using System.Net.Http.Headers;
//#endif
//#if (auth == "jwt")
using System.Net.Http.Json;
//#endif
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FastApiService.Tests;

//#if (database == "none")
/// <summary>The service, in this process, with data of its own. Tests of different classes run side by side.</summary>
//#else
/// <summary>The service, in this process, on a database of its own. Tests of different classes run side by side.</summary>
//#endif
public sealed class ServiceFactory : WebApplicationFactory<Program>
{
    //#if (database == "sqlite")
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    //#elseif (database == "postgres")
    private readonly TestDatabase database = TestDatabase.Create();
    //#endif
    //#if (auth == "jwt")
    private readonly Dictionary<string, string?> settings = new() { ["Auth:SigningKey"] = $"{Guid.NewGuid()}", ["RateLimiting:Enabled"] = "false" };
    //#else
    private readonly Dictionary<string, string?> settings = [];
    //#endif

    //#if (auth == "oidc")
    /// <summary>Whose tokens the service trusts.</summary>
    public Issuer Issuer { get; } = new();

    //#endif
    public ServiceFactory With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    //#if (auth == "jwt")
    /// <summary>A client who is signed in: where tests sign in, it is here.</summary>
    public async Task<HttpClient> ClientAsync()
    {
        var client = CreateClient();
        var answer = await client.PostAsJsonAsync("/users", new { email = $"{Guid.NewGuid()}@example.com", password = "correct horse" });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await answer.TextAsync("access_token"));
        return client;
    }
    //#elseif (auth == "oidc")
    /// <summary>A client who is signed in.</summary>
    public Task<HttpClient> ClientAsync()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Issuer.Token());
        return Task.FromResult(client);
    }
    //#else
    /// <summary>A client who may do everything, as anyone may.</summary>
    public Task<HttpClient> ClientAsync() => Task.FromResult(CreateClient());
    //#endif

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        //#if (database == "sqlite")
        settings["ConnectionStrings:Default"] = $"Data Source={Path.Combine(folder.FullName, "app.db")};Pooling=False";
        //#elseif (database == "postgres")
        settings["ConnectionStrings:Default"] = database.ConnectionString;
        //#endif
        //#if (cache == "redis")
        // Nobody is there, unless a test says where it is: on a server of somebody's, there are lists of another database.
        settings.TryAdd("ConnectionStrings:Redis", "127.0.0.1:1");
        //#endif
        //#if (jobs == "rabbitmq")
        // No broker: the service runs its jobs itself.
        settings["Jobs:RabbitMq"] = "";
        //#endif
        //#if (auth == "oidc")
        settings["Auth:Authority"] = Issuer.Address;
        //#endif
        foreach (var (setting, value) in settings)
        {
            builder.UseSetting(setting, value);
        }
        builder.UseEnvironment("Test");
        builder.ConfigureLogging(logging => logging.AddProvider(new TestLog(line => TestContext.Current.TestOutputHelper?.WriteLine(line))));
        // So that the log of a request knows of which test it is.
        builder.ConfigureServices(services => services.Configure<TestServerOptions>(server => server.PreserveExecutionContext = true));
    }
    //#if (database != "none" || auth == "oidc")

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        //#if (database == "sqlite")
        folder.Delete(recursive: true);
        //#elseif (database == "postgres")
        await database.DisposeAsync();
        //#endif
        //#if (auth == "oidc")
        await Issuer.DisposeAsync();
        //#endif
    }
    //#endif
}
