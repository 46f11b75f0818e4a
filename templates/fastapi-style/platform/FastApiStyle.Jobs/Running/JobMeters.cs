using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FastApiStyle.Jobs.Running;

/// <summary>What is measured, in the names and units of OpenTelemetry.</summary>
internal sealed class JobMeters(IMeterFactory factory)
{
    public const string Name = "FastApiStyle.Jobs";

    private readonly Counter<long> enqueued = Of(factory).CreateCounter<long>("jobs.enqueued", "{job}", "Jobs that were saved.");
    private readonly Histogram<double> duration = Of(factory).CreateHistogram<double>("jobs.attempt.duration", "s", "How long attempts took.");
    private readonly Counter<long> dead = Of(factory).CreateCounter<long>("jobs.dead", "{job}", "Jobs of which every attempt has failed.");

    public void Enqueued(string job) => enqueued.Add(1, Of(job));

    public void Ran(string job, TimeSpan time, Exception? failure) => duration.Record(
        time.TotalSeconds, failure is null ? new TagList { Of(job) } : new TagList { Of(job), new("error.type", failure.GetType().FullName) });

    public void Dead(string job) => dead.Add(1, Of(job));

    private static Meter Of(IMeterFactory factory) => factory.Create(Name);

    private static KeyValuePair<string, object?> Of(string job) => new("job.name", job);
}
