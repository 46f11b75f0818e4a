using System.Net;
using FastApiStyle;
using FluentValidation;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Shop.Hosting;

/// <summary>The settings under <c>Server</c>.</summary>
public sealed record ServerSettings
{
    /// <summary>The path under which a proxy that does not strip it serves this service, such as <c>/shop</c>.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>How many bytes a request body may have.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The addresses of proxies whose X-Forwarded-* headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The origins whose pages may call this service.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];
}

public sealed class ServerSettingsValidator : AbstractValidator<ServerSettings>
{
    public ServerSettingsValidator()
    {
        RuleFor(server => server.PathBase).Matches("^(/.*[^/])?$").WithMessage("must start with a slash and end without one");
        RuleFor(server => server.MaxBodyBytes).GreaterThan(0);
        RuleForEach(server => server.TrustedProxies).Must(proxy => IPAddress.TryParse(proxy, out _)).WithMessage("must be an IP address");
        RuleForEach(server => server.CorsOrigins)
            .Must(origin => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == origin)
            .WithMessage("must be an origin such as https://example.com");
    }
}

/// <summary>The server: limits, proxies, and pages of other origins.</summary>
public static class ServerSetup
{
    public static void AddServer(this WebApplicationBuilder builder)
    {
        builder.AddSettings<ServerSettings>("Server");
        builder.Services.AddCors();
        Configure<KestrelServerOptions>(builder, (kestrel, server) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = server.MaxBodyBytes;
        });
        Configure<CorsOptions>(builder, (cors, server) => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. server.CorsOrigins]).AllowAnyHeader().AllowAnyMethod()
            .WithExposedHeaders("Location", "Retry-After", "WWW-Authenticate")));
        Configure<ForwardedHeadersOptions>(builder, (headers, server) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.All;
            foreach (var proxy in server.TrustedProxies)
            {
                headers.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }

    public static void UseServer(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UsePathBase(app.Configuration["Server:PathBase"]);
    }

    private static void Configure<TOptions>(WebApplicationBuilder builder, Action<TOptions, ServerSettings> configure)
        where TOptions : class =>
        builder.Services.AddOptions<TOptions>()
            .Configure<IOptions<ServerSettings>>((options, settings) => configure(options, settings.Value));
}
