using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace FastApiStyle.Jobs.Storing;

/// <summary>The jobs that wait, in the tables of Quartz.NET, each as a trigger that fires once.</summary>
internal sealed class JobStore(
    [FromKeyedServices(JobStoreOptions.Name)] ISchedulerFactory factory, JobStoreOptions options, IServiceProvider services) : IDisposable
{
    public static readonly JobKey Queued = new("queued");
    public static readonly JobKey Cron = new("cron");

    private readonly SemaphoreSlim turn = new(1);
    private IScheduler? ready;

    /// <summary>The scheduler, as soon as its store can be used.</summary>
    public async Task<IScheduler> ReadyAsync(CancellationToken cancellation)
    {
        if (ready is not null)
        {
            return ready;
        }
        await turn.WaitAsync(cancellation);
        try
        {
            if (ready is null)
            {
                // The factory makes its scheduler once, and remembers that it could not.
                await (options.Database?.MustBeThereAsync(services, cancellation) ?? Task.CompletedTask);
                var scheduler = await factory.GetScheduler(cancellation);
                await EnsureAsync<QueuedJob>(scheduler, Queued, cancellation);
                await EnsureAsync<CronJob>(scheduler, Cron, cancellation);
                ready = scheduler;
            }
            return ready;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Adds jobs in a transaction, and commits it where it was begun for them.</summary>
    public async Task AddAsync(IReadOnlyList<JobEnvelope> jobs, DbTransaction transaction, IDbContextTransaction? own, CancellationToken cancellation)
    {
        var scheduler = await ReadyAsync(cancellation);
        // At its end the scheduler is told to look, so it stands around the commit.
        using (scheduler.EnlistTransaction(transaction))
        {
            foreach (var job in jobs)
            {
                await scheduler.ScheduleJob(TriggerOf(job), cancellationToken: cancellation);
            }
            if (own is not null)
            {
                await own.CommitAsync(cancellation);
            }
        }
    }

    /// <summary>Adds jobs at once. An attempt that is there already stays as it is.</summary>
    public async Task AddAsync(IReadOnlyList<JobEnvelope> jobs, CancellationToken cancellation)
    {
        var scheduler = await ReadyAsync(cancellation);
        foreach (var job in jobs)
        {
            await scheduler.ScheduleTrigger(TriggerOf(job), TriggerConflict.Keep, cancellation);
        }
    }

    public static ITrigger TriggerOf(JobEnvelope job, string group = "jobs") => TriggerBuilder.Create()
        .WithIdentity(job.AttemptId, group).ForJob(Queued).UsingJobData(job.ToData()).WithDescription(job.Name)
        .StartAt(job.At ?? DateTimeOffset.UtcNow)
        // One that is late is still to be done.
        .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
        .Build();

    public void Dispose() => turn.Dispose();

    private static async Task EnsureAsync<TJob>(IScheduler scheduler, JobKey key, CancellationToken cancellation) where TJob : Quartz.IJob
    {
        if (!await scheduler.Exists(key, cancellation))
        {
            // One that a crash has interrupted runs again.
            await scheduler.AddJob(
                JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellation);
        }
    }
}
