using Microsoft.EntityFrameworkCore;

namespace FastApiStyle.Jobs.Storing;

/// <summary>Every <see cref="IJobsOfNew{TEntity}"/> of the service.</summary>
internal sealed class NewEntities(IEnumerable<Type> sources, IServiceProvider services)
{
    private readonly ILookup<Type, Func<object, IEnumerable<IJob>>> all = sources
        .SelectMany(source => source.GetInterfaces().Where(IsSource).Select(of => (Source: source, Of: of)))
        .ToLookup(each => each.Of.GetGenericArguments()[0], each => Call(each.Source, each.Of, services));

    public static bool IsSource(Type type) => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IJobsOfNew<>);

    public IEnumerable<IJob> JobsOf(DbContext database) =>
        all.Count == 0 ? []
        : [.. database.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added)
            .SelectMany(entry => all[entry.Metadata.ClrType].SelectMany(jobsOf => jobsOf(entry.Entity)))];

    private static Func<object, IEnumerable<IJob>> Call(Type source, Type of, IServiceProvider services)
    {
        var instance = ActivatorUtilities.CreateInstance(services, source);
        var method = of.GetMethod(nameof(IJobsOfNew<>.JobsOf))!;
        return entity => (IEnumerable<IJob>)method.Invoke(instance, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [entity], null)!;
    }
}
