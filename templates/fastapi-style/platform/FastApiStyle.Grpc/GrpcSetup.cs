using FastApiStyle.Grpc.Errors;
using FastApiStyle.Grpc.Hosting;
using FastApiStyle.Grpc.Messages;
using FastApiStyle.Hosting;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FastApiStyle;

/// <summary>Gives a service its features under gRPC, too: the same validators, refusals and identities as over HTTP.</summary>
public static class GrpcSetup
{
    /// <summary>
    /// Registers gRPC, its health (the checks of <c>/health/ready</c>, as <c>grpc.health.v1.Health</c>) and, in development, its
    /// reflection. It stands behind <see cref="FastApiStyleSetup.AddFastApiStyle"/>. The setting <c>Grpc:Port</c> opens a port that
    /// speaks HTTP/2 without TLS (h2c); with TLS, gRPC needs none of its own.
    /// </summary>
    /// <param name="builder">The builder of the service.</param>
    public static void AddGrpcFeatures(this WebApplicationBuilder builder)
    {
        builder.AddSettings<GrpcSettings>("Grpc");
        builder.Services.AddSingleton<IStartupFilter, GrpcPort>();
        builder.Services.AddSingleton<IStartupFilter, GrpcRequests>();
        builder.Services.ConfigureOptions<GrpcPortProtocol>();
        builder.Services.AddSingleton<MessageJson>();
        builder.Services.AddSingleton<MessageReader>();
        builder.Services.AddSingleton<GrpcErrors>();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<GrpcErrors>();
            // Else it would answer requests of HTTP for what stands at no address, too.
            grpc.IgnoreUnknownServices = true;
        });
        builder.Services.AddOptions<GrpcServiceOptions>().Configure<IOptions<ServerSettings>>(LimitMessages);
        // Of a service without any check it would say nothing.
        builder.Services.AddGrpcHealthChecks().AddCheck("grpc", () => HealthCheckResult.Healthy());
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddGrpcReflection();
        }
    }

    /// <summary>
    /// Maps every gRPC service of the features, which is found as a class whose base a <c>.proto</c> has made. The dependencies
    /// (<see cref="IDependency{TSelf}"/>) that its constructor asks for are resolved before each of its methods, or refuse it. It stands after
    /// authorization, behind <see cref="FastApiStyleSetup.MapFeatures"/>.
    /// </summary>
    /// <param name="app">The service.</param>
    public static void MapGrpcFeatures(this WebApplication app)
    {
        foreach (var service in GrpcServices.In(app.Services.GetRequiredService<ApiOptions>().Types))
        {
            var routes = app.MapGroup("");
            foreach (var dependency in GrpcServices.NeedsOf(service))
            {
                routes.Require(dependency);
            }
            GrpcServices.Map(service, routes);
        }
        app.MapGrpcHealthChecksService();
        if (app.Environment.IsDevelopment())
        {
            app.MapGrpcReflectionService();
        }
    }

    /// <summary>As large as a body may be, of which five bytes say how long the message is.</summary>
    private static void LimitMessages(GrpcServiceOptions grpc, IOptions<ServerSettings> server) =>
        grpc.MaxReceiveMessageSize = (int)Math.Clamp(server.Value.MaxBodyBytes - 5, 1, int.MaxValue);
}
