using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FastApiStyle.Jobs;
using FastApiStyle.Jobs.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Jobs;

/// <summary>What the library promises wherever jobs are kept, and of a service that keeps them in memory.</summary>
public sealed class MemoryTests
{
    private static readonly ConcurrentDictionary<string, List<JobContext>> Ran = new();

    [Fact]
    public async Task Without_a_database_a_job_runs_and_is_tried_again_under_one_key()
    {
        var name = $"{Guid.NewGuid()}";
        await using var app = Service();
        await app.StartAsync();

        string key;
        using (var scope = app.Services.CreateScope())
        {
            key = scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(new Greet(name, Failures: 1));
        }
        await Until(() => Runs(name).Count == 2);

        Assert.Equal([new JobContext(key, 1), new JobContext(key, 2)], Runs(name));
        await app.StopAsync();
    }

    [Fact]
    public async Task A_job_that_is_scheduled_waits_for_its_time()
    {
        var name = $"{Guid.NewGuid()}";
        await using var app = Service();
        await app.StartAsync();
        using var scope = app.Services.CreateScope();
        var jobs = scope.ServiceProvider.GetRequiredService<JobQueue>();

        jobs.Schedule(new Greet($"{name} tomorrow", 0), DateTimeOffset.UtcNow.AddDays(1));
        jobs.Schedule(new Greet($"{name} soon", 0), DateTimeOffset.UtcNow.AddMilliseconds(300));
        await Until(() => Runs($"{name} soon").Count == 1);

        Assert.Empty(Runs($"{name} tomorrow"));
        await app.StopAsync();
    }

    [Fact]
    public async Task A_service_that_is_gone_may_be_stopped_once_more_as_test_hosts_do()
    {
        var app = Service();
        await app.StartAsync();
        var jobs = app.Services.GetServices<IHostedService>().OfType<FastApiStyle.Jobs.Running.JobService>().Single();
        await app.StopAsync();
        await app.DisposeAsync();

        Assert.Null(await Record.ExceptionAsync(() => jobs.StopAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Attempts_are_counted_and_measured_by_job_and_error()
    {
        var name = $"{Guid.NewGuid()}";
        var seen = new ConcurrentBag<(string Instrument, string? Job, string? Error)>();
        await using var app = Service();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == JobMeters.Name && instrument.Meter.Scope == app.Services.GetRequiredService<IMeterFactory>())
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.Start();
        await app.StartAsync();

        using (var scope = app.Services.CreateScope())
        {
            scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(new Greet(name, Failures: 9));
        }
        await Until(() => seen.Any(each => each.Instrument == "jobs.dead"));

        Assert.Equal(
            [("jobs.attempt.duration", "Greet", "System.IO.IOException"), ("jobs.dead", "Greet", null), ("jobs.enqueued", "Greet", null)],
            seen.Distinct().Order());
        Assert.Equal(2, seen.Count(each => each.Instrument == "jobs.attempt.duration"));
        await app.StopAsync();

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value as string);
            seen.Add((instrument.Name, all.GetValueOrDefault("job.name"), all.GetValueOrDefault("error.type")));
        }
    }

    [Theory]
    [InlineData(typeof(Nobodys), null, "Nothing handles the job Nobodys")]
    [InlineData(typeof(Greet), typeof(GreetHandler), "The job Greet has several handlers")]
    [InlineData(typeof(Elsewhere.Greet), typeof(Elsewhere.GreetHandler), "Two jobs are called Greet")]
    public void A_job_that_cannot_be_handled_stops_the_start_with_a_sentence(Type job, Type? handler, string sentence)
    {
        Type[] types = [typeof(Greet), typeof(GreetHandler), job, .. handler is null ? (Type[])[] : [handler]];

        var exception = Assert.Throws<StartupException>(() => new JobTypes(job == typeof(Greet) ? [.. types.Distinct(), typeof(OtherHandler)] : types));

        Assert.Contains(sentence, exception.Message);
    }

    [Theory]
    [InlineData("Jobs:Schedules:Greet", "0 3 * *", "is no cron expression of five fields")]
    [InlineData("Jobs:Schedules:Unknown", "0 3 * * *", "there is no job Unknown")]
    [InlineData("Jobs:Attempts", "0", "The setting Jobs:Attempts is wrong")]
    [InlineData("Jobs:LongestPause", "00:00:00", "The setting Jobs:LongestPause is wrong")]
    public async Task A_setting_that_is_wrong_stops_the_start_with_a_sentence(string setting, string value, string sentence)
    {
        await using var app = Service((setting, value));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(sentence, Assert.Single(exception.Failures));
    }

    private static WebApplication Service(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new("Jobs:FirstPause", "00:00:00.05"), new("Jobs:Attempts", "2")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer, NoServer>();
        builder.Services.AddRouting();
        builder.AddJobs([typeof(Greet), typeof(GreetHandler)]);
        return builder.Build();
    }

    private static IReadOnlyList<JobContext> Runs(string name) => Ran.TryGetValue(name, out var runs) ? runs : [];

    private static async Task Until(Func<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!happened())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    internal sealed record Greet(string Name, int Failures) : IJob;

    internal sealed record Nobodys : IJob;

    internal sealed class GreetHandler : IJobHandler<Greet>
    {
        public Task HandleAsync(Greet job, JobContext context, CancellationToken cancellation)
        {
            Ran.GetOrAdd(job.Name, _ => []).Add(context);
            return context.Attempt <= job.Failures ? throw new IOException("It fails.") : Task.CompletedTask;
        }
    }

    internal sealed class OtherHandler : IJobHandler<Greet>
    {
        public Task HandleAsync(Greet job, JobContext context, CancellationToken cancellation) => Task.CompletedTask;
    }

    private static class Elsewhere
    {
        internal sealed record Greet : IJob;

        internal sealed class GreetHandler : IJobHandler<Greet>
        {
            public Task HandleAsync(Greet job, JobContext context, CancellationToken cancellation) => Task.CompletedTask;
        }
    }

    private sealed class NoServer : Microsoft.AspNetCore.Hosting.Server.IServer
    {
        public Microsoft.AspNetCore.Http.Features.IFeatureCollection Features { get; } = new Microsoft.AspNetCore.Http.Features.FeatureCollection();

        public Task StartAsync<TContext>(Microsoft.AspNetCore.Hosting.Server.IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
