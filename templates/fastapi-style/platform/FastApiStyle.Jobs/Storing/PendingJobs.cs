using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FastApiStyle.Jobs.Storing;

/// <summary>The jobs that wait for the next save of a database context.</summary>
internal sealed class PendingJobs
{
    // Contexts are pooled: what they carry from scope to scope is emptied at the end of each.
    private static readonly ConditionalWeakTable<DbContext, PendingJobs> All = [];

    private readonly List<JobEnvelope> jobs = [];
    private IReadOnlyList<JobEnvelope> ofEntities = [];
    private bool refused;

    public bool IsEmpty => jobs.Count + ofEntities.Count == 0;

    /// <summary>The transaction that was begun for them, where the caller has none.</summary>
    public IDbContextTransaction? Transaction { get; set; }

    public static PendingJobs Of(DbContext database) => All.GetOrCreateValue(database);

    public void Add(JobEnvelope job) => jobs.Add(job);

    /// <summary>Those of the entities that this save adds: they are looked for anew by each.</summary>
    public void SetOfEntities(IReadOnlyList<JobEnvelope> found) => ofEntities = found;

    public IReadOnlyList<JobEnvelope> Take()
    {
        JobEnvelope[] taken = [.. jobs, .. ofEntities];
        jobs.Clear();
        ofEntities = [];
        return taken;
    }

    /// <summary>Their data was not saved, so neither are they, unless it is tried again.</summary>
    public void Refuse() => (refused, ofEntities) = (true, []);

    public IReadOnlyList<JobEnvelope> TakeUnsaved()
    {
        var unsaved = Take();
        (var wasRefused, refused) = (refused, false);
        return wasRefused ? [] : unsaved;
    }
}
