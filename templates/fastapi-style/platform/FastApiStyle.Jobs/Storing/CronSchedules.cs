using Microsoft.Extensions.Options;
using Quartz;

namespace FastApiStyle.Jobs.Storing;

/// <summary>The jobs that the settings repeat: those of before that are not there any more end.</summary>
internal sealed class CronSchedules(JobStore store, IOptions<JobSettings> settings)
{
    private const string Group = "cron";

    public async Task ApplyAsync(CancellationToken cancellation)
    {
        var scheduler = await store.ReadyAsync(cancellation);
        var kept = await scheduler.QueryTriggers(
            new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Group), Take = PagedQuery.All }, cancellation);
        foreach (var gone in kept.Items.Where(trigger => !settings.Value.Schedules.ContainsKey(trigger.Key.Name)))
        {
            await scheduler.UnscheduleJob(gone.Key, cancellation);
        }
        foreach (var (job, expression) in settings.Value.Schedules)
        {
            var same = kept.Items.Any(trigger => trigger.Key.Name == job && trigger.Description == expression);
            if (!same)
            {
                await scheduler.ScheduleTrigger(TriggerOf(job, expression), TriggerConflict.Replace, cancellation);
            }
        }
    }

    private static ITrigger TriggerOf(string job, string expression) => TriggerBuilder.Create()
        .WithIdentity(job, Group).ForJob(JobStore.Cron).UsingJobData("job", job).WithDescription(expression)
        // What nobody was there for runs once, not as often as it was missed.
        .WithSchedule(CronScheduleBuilder.Create(expression, CronFormat.Unix).InTimeZone(TimeZoneInfo.Utc)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
