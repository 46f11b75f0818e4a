using System.Net;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Hosting;

/// <summary>The server: limits, proxies, and pages of other origins.</summary>
internal static class ServerSetup
{
    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddSettings<ServerSettings>("Server");
        builder.Services.AddSingleton<IValidateOptions<ServerSettings>, ServerSettingsCheck>();
        builder.Services.AddCors();
        builder.Services.AddSingleton<ICorsPolicyProvider, ExposedHeaders>();
        Configure<KestrelServerOptions>(builder, (kestrel, server) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = server.MaxBodyBytes;
        });
        Configure<CorsOptions>(builder, (cors, server) => cors.AddDefaultPolicy(policy =>
        {
            policy.WithOrigins(server.CorsOrigins.Contains("*") ? ["*"] : [.. server.CorsOrigins]).AllowAnyHeader().AllowAnyMethod();
            if (server.CorsCredentials)
            {
                policy.AllowCredentials();
            }
        }));
        Configure<ForwardedHeadersOptions>(builder, (headers, server) =>
        {
            // Without a known proxy the framework would believe everybody, and by default it knows whoever is on this machine.
            headers.ForwardedHeaders = server.TrustedProxies.Count > 0 ? ForwardedHeaders.All : ForwardedHeaders.None;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in server.TrustedProxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                {
                    headers.KnownProxies.Add(address);
                }
                else
                {
                    headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                }
            }
        });
        if (builder.Configuration.GetValue<bool>("Server:StopAfterStart"))
        {
            StopAfterStart.AddTo(builder);
        }
    }

    public static void Use(IApplicationBuilder app)
    {
        var server = app.ApplicationServices.GetRequiredService<IOptions<ServerSettings>>().Value;
        if (server.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }
        if (server.PathBase.Length > 0)
        {
            app.UsePathBase(server.PathBase);
        }
    }

    private static void Configure<TOptions>(IHostApplicationBuilder builder, Action<TOptions, ServerSettings> configure)
        where TOptions : class =>
        builder.Services.AddOptions<TOptions>()
            .Configure<IOptions<ServerSettings>>((options, settings) => configure(options, settings.Value));
}
