using System.Text.Json;
using FastApiStyle.Jobs.Storing;

namespace FastApiStyle.Jobs.Running;

/// <summary>Every job of the service, by its name, and how it is handled.</summary>
internal sealed class JobTypes
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, Handling> byName = [];

    /// <exception cref="StartupException">A job has no handler, or several, or its name is that of another one.</exception>
    public JobTypes(IReadOnlyCollection<Type> types)
    {
        var handlers = types.Where(type => type is { IsClass: true, IsAbstract: false })
            .SelectMany(type => type.GetInterfaces().Where(IsHandler).Select(handled => (Handler: type, Job: handled.GetGenericArguments()[0])))
            .ToLookup(each => each.Job, each => each.Handler);
        foreach (var job in types.Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IJob))))
        {
            var found = handlers[job].ToList();
            if (found.Count != 1)
            {
                throw new StartupException(found.Count == 0
                    ? $"Nothing handles the job {job.Name}: write a class that implements IJobHandler<{job.Name}>."
                    : $"The job {job.Name} has several handlers: {string.Join(", ", found.Select(handler => handler.Name))}.");
            }
            if (!byName.TryAdd(job.Name, (Handling)Activator.CreateInstance(typeof(Handling<,>).MakeGenericType(job, found[0]))!))
            {
                throw new StartupException($"Two jobs are called {job.Name}, and a job is known by its name: rename one of them.");
            }
        }
    }

    public string NameOf(Type job) =>
        byName.ContainsKey(job.Name) ? job.Name : throw new InvalidOperationException($"{job.Name} is no job of this service.");

    public bool Knows(string name) => byName.ContainsKey(name);

    /// <exception cref="InvalidOperationException">No job has this name any more.</exception>
    public Task HandleAsync(IServiceProvider services, JobEnvelope job, CancellationToken cancellation) =>
        byName.TryGetValue(job.Name, out var handling) ? handling.HandleAsync(services, job, cancellation)
            : throw new InvalidOperationException($"There is no job {job.Name} in this version of the service.");

    private static bool IsHandler(Type type) => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IJobHandler<>);

    private abstract class Handling
    {
        public abstract Task HandleAsync(IServiceProvider services, JobEnvelope job, CancellationToken cancellation);
    }

    private sealed class Handling<TJob, THandler> : Handling where TJob : IJob where THandler : IJobHandler<TJob>
    {
        private readonly ObjectFactory<THandler> create = ActivatorUtilities.CreateFactory<THandler>([]);

        public override Task HandleAsync(IServiceProvider services, JobEnvelope job, CancellationToken cancellation) =>
            create(services, []).HandleAsync(JsonSerializer.Deserialize<TJob>(job.Body, Json)!, new JobContext(job.Key, job.Attempt), cancellation);
    }
}
