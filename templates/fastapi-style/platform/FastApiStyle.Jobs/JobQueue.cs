using FastApiStyle.Jobs.Storing;
using Microsoft.EntityFrameworkCore;

namespace FastApiStyle;

/// <summary>
/// Takes jobs for later. Where jobs are kept in the database, they are saved by the next <c>SaveChangesAsync</c> of the same scope, in its
/// transaction: with the data, or not at all. Elsewhere they are taken at once, and a crash loses them.
/// </summary>
public sealed class JobQueue : IDisposable
{
    private readonly JobWriter writer;
    private readonly PendingJobs? pending;

    internal JobQueue(JobWriter writer, DbContext? database) => (this.writer, pending) = (writer, database is null ? null : PendingJobs.Of(database));

    /// <summary>Does something as soon as possible.</summary>
    /// <param name="job">What is to be done.</param>
    /// <returns>The idempotency key of the job.</returns>
    public string Enqueue(IJob job) => Add(job, at: null);

    /// <summary>Does something at a time, or soon after it.</summary>
    /// <param name="job">What is to be done.</param>
    /// <param name="at">When.</param>
    /// <returns>The idempotency key of the job.</returns>
    public string Schedule(IJob job, DateTimeOffset at) => Add(job, at);

    /// <summary>The scope is at its end: what was never saved will never be.</summary>
    void IDisposable.Dispose()
    {
        if (pending?.TakeUnsaved() is { Count: > 0 } unsaved)
        {
            writer.LogUnsaved(unsaved);
        }
    }

    private string Add(IJob job, DateTimeOffset? at)
    {
        var envelope = writer.Describe(job, at);
        if (pending is null)
        {
            writer.TakeAtOnce(envelope);
        }
        else
        {
            pending.Add(envelope);
        }
        return envelope.Key;
    }
}
