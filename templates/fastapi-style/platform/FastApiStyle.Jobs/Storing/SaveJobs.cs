using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace FastApiStyle.Jobs.Storing;

/// <summary>Saves jobs with the data, in one transaction: that of the caller, or one of its own.</summary>
internal sealed class SaveJobs(JobStore store, JobWriter writer, NewEntities entities) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var database = eventData.Context!;
        var pending = PendingJobs.Of(database);
        pending.SetOfEntities([.. entities.JobsOf(database).Select(job => writer.Describe(job, at: null))]);
        if (!pending.IsEmpty && database.Database.CurrentTransaction is null)
        {
            // Before the transaction: what it may have to write first would wait for it.
            await store.ReadyAsync(cancellationToken);
            pending.Transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        }
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var database = eventData.Context!;
        var pending = PendingJobs.Of(database);
        if (!pending.IsEmpty)
        {
            var jobs = pending.Take();
            try
            {
                await store.AddAsync(jobs, database.Database.CurrentTransaction!.GetDbTransaction(), pending.Transaction, cancellationToken);
            }
            finally
            {
                await EndAsync(pending);
            }
            writer.Count(jobs);
        }
        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => RefuseAsync(eventData);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => RefuseAsync(eventData);

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        PendingJobs.Of(eventData.Context!).IsEmpty && !entities.JobsOf(eventData.Context!).Any() ? result
            : throw new InvalidOperationException("Jobs are saved by SaveChangesAsync, and not by SaveChanges.");

    private static async Task RefuseAsync(DbContextEventData eventData)
    {
        var pending = PendingJobs.Of(eventData.Context!);
        pending.Refuse();
        await EndAsync(pending);
    }

    /// <summary>What was not committed is rolled back.</summary>
    private static async Task EndAsync(PendingJobs pending)
    {
        if (pending.Transaction is { } own)
        {
            pending.Transaction = null;
            await own.DisposeAsync();
        }
    }
}
