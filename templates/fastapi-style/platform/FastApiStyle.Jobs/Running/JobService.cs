using FastApiStyle.Jobs.Storing;

namespace FastApiStyle.Jobs.Running;

/// <summary>Runs the scheduler as long as the service runs. Where it cannot be started, the service serves all the same, and it is tried again.</summary>
internal sealed partial class JobService(
    JobStore store, CronSchedules schedules, JobRunner runner, JobStoreOptions options, IServiceProvider services, ILogger<JobQueue> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock turnToStop = new();
    private Task? stopped;
    private Task starting = Task.CompletedTask;
    private FileTurn? turn;
    private bool started;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Database is null)
        {
            LogInMemory(logger);
        }
        // What is enqueued by the first request finds it ready; a database that is away must not end the start.
        await TryAsync(() => store.ReadyAsync(cancellationToken));
        starting = RunAsync();
    }

    /// <summary>What runs may end as long as the stop may take. What does not is kept, and runs again. A test host stops a service that has stopped by itself.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (turnToStop)
        {
            return stopped ??= EndAsync(cancellationToken);
        }
    }

    // Who stops late still finds it.
    public void Dispose() => stopping.Cancel();

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await starting;
        if (!started)
        {
            return;
        }
        var scheduler = await store.ReadyAsync(CancellationToken.None);
        await scheduler.Standby(CancellationToken.None);
        await runner.EndAsync(cancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
        turn?.Dispose();
    }

    private async Task RunAsync()
    {
        if (options.Database is { IsFile: true } database)
        {
            turn = await FileTurn.TakeAsync(database.Factory, database.ConnectionString(services), stopping.Token);
        }
        while (!stopping.IsCancellationRequested && !await TryAsync(StartSchedulerAsync))
        {
            await Task.Delay(TimeSpan.FromSeconds(2), stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StartSchedulerAsync()
    {
        var scheduler = await store.ReadyAsync(stopping.Token);
        await schedules.ApplyAsync(stopping.Token);
        await scheduler.Start(stopping.Token);
        started = true;
    }

    private async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            LogWaiting(logger, exception.GetBaseException().Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Jobs are kept in memory: what is not done is lost when the service stops")]
    private static partial void LogInMemory(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Jobs wait: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string reason);
}
