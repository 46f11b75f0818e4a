using System.Diagnostics;
using FastApiStyle;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FastApiService.Hosting;

/// <summary>Logs on the console; traces, metrics and logs by OpenTelemetry where there is someone to send them to.</summary>
public static class Telemetry
{
    public static void AddLoggingAndTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddJsonLines();
        }

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName))
            .WithTracing(traces => traces.AddSource("FastApiStyle")
                .AddAspNetCoreInstrumentation(options => options.Filter = http =>
                    !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation())
            .WithLogging(configureBuilder: null, configureOptions: logs => logs.IncludeScopes = true)
            .UseOtlpExporter();
    }
}

/// <summary>One line in the log for each request, none for probes.</summary>
public static partial class RequestLog
{
    public static void UseRequestLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Requests");
        app.UseWhen(
            http => logger.IsEnabled(LogLevel.Information) && !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal),
            logged => logged.Use(async (http, next) =>
            {
                var start = Stopwatch.GetTimestamp();
                try
                {
                    await next(http);
                }
                finally
                {
                    // Without the query, which may hold what is private.
                    LogRequest(logger, http.Request.Method, http.Request.PathBase + http.Request.Path, http.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }));
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} in {Milliseconds:0.0} ms")]
    private static partial void LogRequest(ILogger logger, string method, string path, int status, double milliseconds);
}
