namespace FastApiService.Data;

/// <summary>Where the service keeps its data until it stops: in memory, a table for each kind of entity.</summary>
public static class Memory
{
    public static void AddMemory(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(typeof(Table<>));
}

/// <summary>All entities of one kind. Requests take turns, so that what must be unique is looked for and added in one step.</summary>
public sealed class Table<TEntity>
    where TEntity : class
{
    private readonly Lock turn = new();
    private readonly Dictionary<Guid, TEntity> entities = [];

    /// <summary>Reads and changes entities. What it returns must not be an entity: another request may be changing that.</summary>
    public TResult Use<TResult>(Func<Dictionary<Guid, TEntity>, TResult> use)
    {
        lock (turn)
        {
            return use(entities);
        }
    }
}
