using System.Diagnostics;
using FastApiStyle.Jobs.Storing;
using Microsoft.Extensions.Options;
using Quartz;

namespace FastApiStyle.Jobs.Running;

/// <summary>Runs an attempt of a job, and says when there is another one.</summary>
internal sealed partial class JobRunner(
    JobTypes types, JobStore store, DeadLetters letters, JobMeters meters, IOptions<JobSettings> settings,
    IServiceScopeFactory scopes, ILogger<JobQueue> logger) : IDisposable
{
    private static readonly ActivitySource Traces = new("FastApiStyle");

    private readonly CancellationTokenSource stop = new();
    private int running;

    public CancellationToken Stopping => stop.Token;

    /// <summary>Waits for what runs, as long as a stop may take. What does not end then is cancelled, and has a moment to be kept for later.</summary>
    public async Task EndAsync(CancellationToken patience)
    {
        await IdleAsync(patience);
        await stop.CancelAsync();
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await IdleAsync(moment.Token);
    }

    /// <summary>Runs it. When this ends, the job is done, or kept for another attempt, or a dead letter; what throws has to be done again.</summary>
    public async Task RunAsync(JobEnvelope job)
    {
        Interlocked.Increment(ref running);
        try
        {
            var (failure, trace) = await TryAsync(job);
            if (failure is OperationCanceledException && stop.IsCancellationRequested)
            {
                await store.AddAsync([job with { Round = job.Round + 1 }], CancellationToken.None);
            }
            else if (failure is not null)
            {
                await TryLaterAsync(job, failure.GetType().Name + ": " + failure.Message, failure, trace);
            }
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>Keeps it for another attempt, after a pause that grows, or as a dead letter.</summary>
    public async Task TryLaterAsync(JobEnvelope job, string reason, Exception? failure = null, string? trace = null)
    {
        if (job.Attempt >= settings.Value.Attempts)
        {
            await letters.AddAsync(job, reason, CancellationToken.None);
            meters.Dead(job.Name);
            LogDead(logger, failure, job.Name, job.Key, job.Attempt, reason, trace);
            return;
        }
        var pause = RetryPolicy.Exponential(settings.Value.Attempts, settings.Value.FirstPause, 2, settings.Value.LongestPause, 0.1).DelayFor(job.Attempt);
        await store.AddAsync([job with { Attempt = job.Attempt + 1, At = DateTimeOffset.UtcNow + pause }], CancellationToken.None);
        LogFailed(logger, failure, job.Name, job.Key, job.Attempt, reason, pause.TotalSeconds, trace);
    }

    public void Dispose() => stop.Dispose();

    private async Task IdleAsync(CancellationToken patience)
    {
        while (Volatile.Read(ref running) > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(25), CancellationToken.None);
        }
    }

    private async Task<(Exception? Failure, string? Trace)> TryAsync(JobEnvelope job)
    {
        _ = ActivityContext.TryParse(job.TraceParent, null, out var parent);
        // A log knows the trace of whoever asked for the job also where nobody listens to traces.
        using var listened = Traces.StartActivity($"job {job.Name}", ActivityKind.Consumer, parent);
        using var unlistened = listened is null ? Unlistened(job) : null;
        var activity = listened ?? unlistened;
        var start = Stopwatch.GetTimestamp();
        Exception? failure = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await types.HandleAsync(scope.ServiceProvider, job, stop.Token);
        }
        catch (Exception exception)
        {
            failure = exception;
            activity?.SetStatus(ActivityStatusCode.Error).AddException(exception);
        }
        meters.Ran(job.Name, Stopwatch.GetElapsedTime(start), failure);
        return (failure, activity?.TraceId.ToString());
    }

    private static Activity Unlistened(JobEnvelope job)
    {
        var activity = new Activity($"job {job.Name}");
        if (job.TraceParent is not null)
        {
            activity.SetParentId(job.TraceParent);
        }
        return activity.Start();
    }

    [LoggerMessage(LogLevel.Error, "The job {Job} {Key} failed in attempt {Attempt}: {Reason}. The next one is in {Seconds:0.0} seconds, trace {TraceId}")]
    private static partial void LogFailed(ILogger logger, Exception? exception, string job, string key, int attempt, string reason, double seconds, string? traceId);

    [LoggerMessage(LogLevel.Critical, "The job {Job} {Key} failed in attempt {Attempt}, the last one: {Reason}. It is a dead letter, trace {TraceId}")]
    private static partial void LogDead(ILogger logger, Exception? exception, string job, string key, int attempt, string reason, string? traceId);
}
