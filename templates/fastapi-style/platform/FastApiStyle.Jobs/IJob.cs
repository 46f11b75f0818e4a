namespace FastApiStyle;

/// <summary>
/// Something to do later that must not be lost: a record, which is kept as JSON. Its name is how it is known in the database, in settings
/// and in logs, so a record that is renamed leaves those behind that were kept under the old name.
/// </summary>
public interface IJob;

/// <summary>Does the jobs of one kind. It is found at start, and made anew for each attempt, with services of a scope of its own.</summary>
/// <typeparam name="TJob">The job.</typeparam>
/// <remarks>
/// A job runs at least once: after a crash between what a handler does and its end, once more. What must not happen twice is done with
/// <see cref="JobContext.Key"/>, which is the same in every attempt.
/// </remarks>
public interface IJobHandler<in TJob> where TJob : IJob
{
    /// <summary>Does the job. What it throws is logged, and the job is tried again later.</summary>
    /// <param name="job">What is to be done.</param>
    /// <param name="context">Which attempt this is.</param>
    /// <param name="cancellation">Cancelled where a stop cannot wait any longer: the job is kept, and runs again elsewhere or after the next start.</param>
    /// <returns>When it is done.</returns>
    Task HandleAsync(TJob job, JobContext context, CancellationToken cancellation);
}

/// <summary>An attempt of a job.</summary>
/// <param name="Key">
/// The idempotency key of the job, the same in every attempt: what a mail or payment service takes as <c>Idempotency-Key</c>, or what
/// stands in a column that is unique.
/// </param>
/// <param name="Attempt">1 for the first one.</param>
public sealed record JobContext(string Key, int Attempt);

/// <summary>Which jobs there are to do when an entity has been added: they are saved in the same transaction. It is found at start.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public interface IJobsOfNew<in TEntity> where TEntity : class
{
    /// <summary>The jobs of one entity.</summary>
    /// <param name="added">The entity, as it is about to be saved.</param>
    /// <returns>What is to be done.</returns>
    IEnumerable<IJob> JobsOf(TEntity added);
}
