using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What the notions of an application need.</summary>
internal static class Clocks
{
    internal sealed class Clock : IHostedService
    {
        public string State { get; private set; } = "new";

        public string Spring { get; private set; } = "loose";

        public Task WindAsync()
        {
            Spring = "wound";
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            State = "ticking";
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            State = "stopped";
            return Task.CompletedTask;
        }
    }

    internal sealed record ClockSettings
    {
        [Required]
        public string Sound { get; init; } = "tick";
    }

    internal sealed class ClockFeature : IFeature
    {
        public const int Parties = 16;

        private static readonly TaskCompletionSource Met = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private static int came;

        public static void AddServices(IHostApplicationBuilder builder)
        {
            builder.AddSettings<ClockSettings>("Clock");
            builder.Services.AddSingleton<Clock>().AddHostedService(services => services.GetRequiredService<Clock>());
        }

        public static void UseMiddleware(IApplicationBuilder app) => app.Use(async (http, next) =>
        {
            http.Response.Headers["X-Route"] = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            await next(http);
        });

        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/clock", ReadClock);
            routes.MapGet("/wind", Wind);
            routes.MapGet("/sound", ReadSound);
            routes.MapGet("/meet", Meet);
        }

        private static string ReadClock(Clock clock) => clock.State;

        private static string Wind(Clock clock, BackgroundTasks tasks)
        {
            tasks.Add<Clock>((later, _) => later.WindAsync());
            return clock.State;
        }

        private static string ReadSound(IOptions<ClockSettings> settings) => settings.Value.Sound;

        private static async Task<string> Meet(CancellationToken cancellation)
        {
            if (Interlocked.Increment(ref came) == Parties)
            {
                Met.SetResult();
            }
            await Met.Task.WaitAsync(cancellation);
            return "met";
        }
    }
}
