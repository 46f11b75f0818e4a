using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>A service that is made of the library and of features of these tests: in this process, on a free port of 127.0.0.1.</summary>
/// <param name="features">
/// Its features, and what else it finds, such as validators. A type that is nested stands for itself, any other one for its
/// whole namespace.
/// </param>
internal sealed class LibraryService(params Type[] features) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private WebApplication app = null!;

    public string Environment { get; init; } = "Development";

    /// <summary>Whether the log has the lines of ASP.NET Core on each request.</summary>
    public bool LogsRequests { get; init; }

    /// <summary>What it decides about its contract.</summary>
    public Action<ApiOptions> Api { get; init; } = _ => { };

    /// <summary>What it registers before the library.</summary>
    public Action<WebApplicationBuilder> AddFirst { get; init; } = _ => { };

    /// <summary>What it registers besides.</summary>
    public Action<WebApplicationBuilder> Add { get; init; } = _ => { };

    /// <summary>What stands in front of the library in its pipeline.</summary>
    public Action<WebApplication> UseFirst { get; init; } = _ => { };

    /// <summary>What stands between routing and the features.</summary>
    public Action<WebApplication> Use { get; init; } = _ => { };

    /// <summary>Where its features are.</summary>
    public Func<WebApplication, IEndpointRouteBuilder> Routes { get; init; } = app => app;

    /// <summary>What it maps besides.</summary>
    public Action<WebApplication> Map { get; init; } = _ => { };

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => app.Services;

    public ServiceLog Log { get; } = new();

    public async Task<LibraryService> Start()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environment,
            // Of watched files a machine has few.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogsRequests ? LogLevel.Information : LogLevel.Warning);
        builder.Services.AddAuthentication(NamedUsers.Scheme).AddScheme<AuthenticationSchemeOptions, NamedUsers>(NamedUsers.Scheme, null);
        builder.Services.AddAuthorization();
        AddFirst(builder);
        builder.AddFastApiStyle(typeof(LibraryService).Assembly, api =>
        {
            api.Types = api.Types.Where(IsPart);
            Api(api);
        });
        Add(builder);

        app = builder.Build();
        UseFirst(app);
        app.UseFastApiStyle();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        Use(app);
        Routes(app).MapFeatures();
        Map(app);
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = Patience };
        return this;
    }

    /// <summary>Stops it, which answers what has been asked.</summary>
    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    private bool IsPart(Type type) => Array.Exists(features, feature => feature.IsNested ? type == feature : type.Namespace == feature.Namespace);
}
