using System.Diagnostics;
using System.Text.Json;
using FastApiStyle.Jobs.Running;

namespace FastApiStyle.Jobs.Storing;

/// <summary>Makes of a job what is kept of it.</summary>
internal sealed partial class JobWriter(JobTypes types, JobStore store, JobMeters meters, ILogger<JobQueue> logger)
{
    public JobEnvelope Describe(IJob job, DateTimeOffset? at) => new(
        $"{Guid.CreateVersion7()}", types.NameOf(job.GetType()), JsonSerializer.Serialize(job, job.GetType(), JobTypes.Json),
        TraceParent: Activity.Current?.Id, At: at);

    public void Count(IEnumerable<JobEnvelope> jobs)
    {
        foreach (var job in jobs)
        {
            meters.Enqueued(job.Name);
        }
    }

    /// <summary>The store of this process does not wait for anything.</summary>
    public void TakeAtOnce(JobEnvelope job)
    {
        store.AddAsync([job], CancellationToken.None).GetAwaiter().GetResult();
        Count([job]);
    }

    public void LogUnsaved(IReadOnlyList<JobEnvelope> jobs) =>
        LogUnsaved(logger, jobs.Count, string.Join(", ", jobs.Select(job => job.Name).Distinct()));

    [LoggerMessage(LogLevel.Error, "{Count} jobs were enqueued and never saved, so they will not run: {Jobs}. SaveChangesAsync saves them, after Enqueue.")]
    private static partial void LogUnsaved(ILogger logger, int count, string jobs);
}
