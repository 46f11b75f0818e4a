using System.Reflection;
using System.Security.Claims;
using FastApiStyle.Errors;
using FastApiStyle.Hosting;
using FastApiStyle.Json;
using FastApiStyle.Logging;
using FastApiStyle.OpenApi;
using FastApiStyle.Tasks;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle;

/// <summary>Gives a service its features, and all that they rely on: validation, errors, documentation, a stop that drops no request.</summary>
public static class FastApiStyleSetup
{
    /// <summary>
    /// Registers every <see cref="IFeature"/> and every validator of a service, public or internal. What is registered later replaces what is registered here.
    /// </summary>
    /// <param name="builder">The builder of the service.</param>
    /// <param name="service">The assembly of the service: <c>typeof(Program).Assembly</c>. Its documentation comments are the words of the document.</param>
    /// <param name="configure">What this service decides about its contract.</param>
    /// <exception cref="StartupException">A feature has a method that would never be called.</exception>
    public static void AddFastApiStyle(this WebApplicationBuilder builder, Assembly service, Action<ApiOptions>? configure = null)
    {
        var api = new ApiOptions(service);
        configure?.Invoke(api);
        var features = new Features(api.Types);

        builder.Services.AddSingleton(api);
        builder.Services.AddSingleton(features);
        builder.Services.AddSingleton(new WireNames(api.Naming));
        builder.Services.TryAddSingleton(TimeProvider.System);
        // The sentence of StartupFailure says it; this category would add the stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        KeyRingOnDemand.AddTo(builder);
        builder.Services.AddHostedService<RoutesAhead>();
        builder.Services.AddGracefulStop();
        builder.Services.AddSingleton<WarmUp>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WarmUp>());
        builder.Services.AddBackgroundTasks();
        builder.Services.AddErrors(api.Errors);
        builder.Services.AddJson();
        builder.Services.AddInputValidation();
        builder.Services.AddDependencies(api.Types);
        builder.Services.AddSingleton<RouteCheck>();
        builder.Services.AddSingleton<IStartupFilter>(services => services.GetRequiredService<RouteCheck>());
        builder.AddDocs();
        features.AddServices(builder);
    }

    /// <summary>
    /// Registers what the settings under <c>Server</c> say: how large a body may be, which proxies are believed, and which pages of other
    /// origins may call the service. The policy for these is the default one of <c>UseCors</c>.
    /// </summary>
    /// <param name="builder">The builder of the service.</param>
    public static void AddServer(this IHostApplicationBuilder builder) => ServerSetup.Add(builder);

    /// <summary>Gives each request the address that its client has used, in front of all that looks at it: what proxies have changed is undone.</summary>
    /// <param name="app">The service.</param>
    public static void UseServer(this IApplicationBuilder app) => ServerSetup.Use(app);

    /// <summary>
    /// Answers what goes wrong and serves the documentation. It stands before routing, and behind what changes the address of a
    /// request or looks at every answer, such as forwarded headers and a request log.
    /// </summary>
    /// <param name="app">The service.</param>
    public static void UseFastApiStyle(this WebApplication app)
    {
        app.Services.GetRequiredService<Features>().Service = app;
        app.Use(app.Services.GetRequiredService<WireInput>().Use);
        app.UseErrors();
        app.UseDocs();
    }

    /// <summary>Maps the routes of every feature, behind the middleware of all of them. It stands after authorization.</summary>
    /// <param name="routes">The service, or a group of it, such as <c>app.MapGroup("/api/v1")</c>.</param>
    public static void MapFeatures(this IEndpointRouteBuilder routes) => routes.ServiceProvider.GetRequiredService<Features>().MapRoutes(routes);

    /// <summary>
    /// Writes the log on standard output as JSON, an object a line, in the form of <c>AddJsonConsole</c>, with scopes, and with the time in UTC. It takes the place of
    /// the console's own provider, which wakes a thread and writes once for each line: here lines that come within ten milliseconds are written in one go,
    /// those of <see cref="LogLevel.Error"/> and above at once. All are written before the process ends by itself; one that is killed loses those ten milliseconds.
    /// </summary>
    /// <param name="logging">What the service logs by. The settings of the console have the last word: <c>Logging:Console:LogLevel</c> and <c>FormatterOptions</c>.</param>
    public static void AddJsonLines(this ILoggingBuilder logging) => JsonLines.AddTo(logging);

    /// <summary>
    /// Says in the document whether one signs in for an operation: one must where its route asks for it, by
    /// <c>RequireAuthorization</c> or by a dependency that takes the <see cref="ClaimsPrincipal"/> and may refuse with an
    /// <see cref="UnauthorizedProblem"/>; one may where its handler, or a dependency, would like to know, by a <see cref="ClaimsPrincipal"/>
    /// among its parameters. What dependencies take by a <see cref="SecuritySchemeAttribute"/> stays beside it.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="context">What an <see cref="IOperationFilter"/> is given of it.</param>
    /// <param name="signIn">The scheme by which one signs in.</param>
    public static void DescribeSignIn(this OpenApiOperation operation, OperationFilterContext context, OpenApiSecurityRequirement signIn) =>
        operation.Security = [.. SignInWays.Of(context, signIn)];
}
