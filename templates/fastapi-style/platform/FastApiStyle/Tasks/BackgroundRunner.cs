using System.Diagnostics;

namespace FastApiStyle.Tasks;

/// <summary>Runs the tasks of all requests, and knows which of them are not done.</summary>
internal sealed partial class BackgroundRunner : IDisposable
{
    private static readonly ActivitySource Traces = new("FastApiStyle");

    private readonly IServiceScopeFactory scopes;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopped;
    private readonly HashSet<BackgroundTask> waiting = new(ReferenceEqualityComparer.Instance);

    public BackgroundRunner(IServiceScopeFactory scopes, ILogger<BackgroundTasks> logger) =>
        (this.scopes, this.logger, stopped) = (scopes, logger, stop.Token);

    public bool IsIdle
    {
        get
        {
            lock (waiting)
            {
                return waiting.Count == 0;
            }
        }
    }

    /// <summary>From here on a stop waits for it, wherever its request is.</summary>
    public void Expect(BackgroundTask task)
    {
        lock (waiting)
        {
            waiting.Add(task);
        }
    }

    public void Forget(BackgroundTask task)
    {
        lock (waiting)
        {
            waiting.Remove(task);
        }
    }

    /// <summary>Runs one after another, while the connection of the request goes on to the next.</summary>
    public void Run(IReadOnlyList<BackgroundTask> tasks) => _ = Task.Run(async () =>
    {
        foreach (var task in tasks)
        {
            await RunAsync(task);
        }
    });

    /// <summary>Waits no longer.</summary>
    public void Cancel()
    {
        // A host that has gone may be stopped once more, as WebApplicationFactory does.
        if (!stopped.IsCancellationRequested)
        {
            stop.Cancel();
        }
    }

    /// <summary>Says what is not done, if there is something.</summary>
    public void Report()
    {
        lock (waiting)
        {
            if (waiting.Count > 0)
            {
                var operations = waiting.CountBy(task => task.Operation).OrderByDescending(each => each.Value).Select(each => $"{each.Value} of {each.Key}");
                LogLeft(logger, waiting.Count, string.Join(", ", operations));
                waiting.Clear();
            }
        }
    }

    /// <summary>Without a stop before it, as after a start that failed, nothing more runs either.</summary>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private async Task RunAsync(BackgroundTask task)
    {
        if (stopped.IsCancellationRequested)
        {
            return;
        }
        // A child of the request's, which has ended: where nobody listens, that one is still the one of the log.
        using var activity = Traces.StartActivity($"background {task.Operation}");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await task.Work(scope.ServiceProvider, stopped);
        }
        catch (Exception) when (stopped.IsCancellationRequested)
        {
            // It counts among those that the stop has left.
            return;
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error).AddException(exception);
            LogFailed(logger, exception, task.Operation, Activity.Current?.TraceId.ToString());
        }
        Forget(task);
    }

    [LoggerMessage(LogLevel.Error, "A background task of {Operation} failed, trace {TraceId}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string operation, string? traceId);

    [LoggerMessage(LogLevel.Warning, "The stop could not wait for {Count} background tasks: {Operations}. They are lost.")]
    private static partial void LogLeft(ILogger logger, int count, string operations);
}
