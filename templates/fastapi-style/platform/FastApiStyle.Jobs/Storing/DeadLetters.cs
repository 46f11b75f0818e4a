using Quartz;

namespace FastApiStyle.Jobs.Storing;

/// <summary>A job of which every attempt has failed.</summary>
internal sealed record DeadLetter(string Id, string Job, DateTimeOffset FailedAt, string Reason, string Body);

/// <summary>The jobs of which every attempt has failed: triggers that are paused, until an operator resumes them.</summary>
internal sealed class DeadLetters(JobStore store)
{
    private const string Group = "dead";

    public async Task AddAsync(JobEnvelope job, string reason, CancellationToken cancellation)
    {
        var scheduler = await store.ReadyAsync(cancellation);
        // As it is when somebody resumes it: at its first attempt again.
        var kept = job with { Attempt = 1, Round = job.Round + 1, At = null };
        var trigger = JobStore.TriggerOf(kept, Group);
        if (!await scheduler.Exists(trigger.Key, cancellation))
        {
            await scheduler.ScheduleJob(trigger, new ScheduleJobOptions { Paused = true, PauseReason = reason.Length <= PauseDetails.MaxReasonLength ? reason : reason[..PauseDetails.MaxReasonLength], PauseRequestedBy = job.Name }, cancellation);
        }
    }

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken cancellation)
    {
        var scheduler = await store.ReadyAsync(cancellation);
        var found = await scheduler.QueryTriggers(
            new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(Group), State = TriggerState.Paused, Take = PagedQuery.All }, cancellation);
        var letters = new List<DeadLetter>();
        foreach (var header in found.Items)
        {
            var body = await scheduler.GetTrigger(header.Key, cancellation) is { } trigger ? JobEnvelope.From(trigger.JobDataMap).Body : "";
            letters.Add(new(header.Key.Name, header.Description ?? "", header.Pause?.PausedAtUtc ?? header.StartTimeUtc, header.Pause?.Reason ?? "", body));
        }
        return letters;
    }

    /// <returns>Whether there was such a letter.</returns>
    public async Task<bool> SendAgainAsync(string id, CancellationToken cancellation) =>
        await (await store.ReadyAsync(cancellation)).ResumeTrigger(new TriggerKey(id, Group), cancellation);
}
