using FastApiStyle.Jobs.RabbitMq;
using FastApiStyle.Jobs.Running;
using Quartz;

namespace FastApiStyle.Jobs.Storing;

/// <summary>Runs a job that is due, or hands it to the broker. Where neither its end nor its next attempt could be written down, it is due again.</summary>
[RetryPolicy(1_000_000, "00:00:05")]
internal sealed class QueuedJob(JobRunner runner, Broker? broker = null) : Quartz.IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var job = JobEnvelope.From(context.MergedJobDataMap);
        if (broker is not null)
        {
            // Sent twice after a crash: at least once.
            try
            {
                await broker.SendAsync(job, runner.Stopping);
            }
            catch (OperationCanceledException stopped)
            {
                // A job that was cancelled counts as done.
                throw new InvalidOperationException("The service stops while the broker is away.", stopped);
            }
        }
        else if (context.Recovering)
        {
            // One that ends its process each time must end as a dead letter, too.
            await runner.TryLaterAsync(job, "The process ended while it ran");
        }
        else
        {
            await runner.RunAsync(job);
        }
    }
}

/// <summary>Enqueues a job whose time has come, once for all instances.</summary>
[RetryPolicy(1_000_000, "00:00:05")]
internal sealed class CronJob(JobStore store) : Quartz.IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.MergedJobDataMap["job"]!.ToString()!;
        // The same for every instance, and after a crash.
        var time = context.MergedJobDataMap.TryGetValue(SchedulerConstants.FailedJobOriginalTriggerScheduledFireTime, out var original)
            ? $"{original}" : $"{context.ScheduledFireTimeUtc:yyyy-MM-ddTHH:mm:ssZ}";
        await store.AddAsync([new JobEnvelope($"{name}@{time}", name, "{}")], CancellationToken.None);
    }
}
