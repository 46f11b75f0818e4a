using System.Data.Common;
using FastApiStyle.Jobs.Storing;
using Microsoft.EntityFrameworkCore;

namespace FastApiStyle;

/// <summary>Where jobs are kept, and who runs them. Without a word, they are kept in memory and a crash loses them.</summary>
public sealed class JobOptions
{
    internal JobOptions(JobStoreOptions store) => Store = store;

    internal JobStoreOptions Store { get; }

    /// <summary>Keeps jobs in a SQLite database, saved with its data. Of several instances on one file, one runs them at a time, and another one when that has gone.</summary>
    /// <typeparam name="TContext">The context with whose data they are saved.</typeparam>
    /// <param name="provider"><c>SqliteFactory.Instance</c>.</param>
    /// <param name="connectionString">Where the database is.</param>
    /// <returns>The options.</returns>
    public JobOptions KeepInSqlite<TContext>(DbProviderFactory provider, Func<IServiceProvider, string> connectionString)
        where TContext : DbContext => Keep(new(typeof(TContext), provider, connectionString, IsFile: true));

    /// <summary>Keeps jobs in a PostgreSQL database, saved with its data. All instances run them, each job in one of them.</summary>
    /// <typeparam name="TContext">The context with whose data they are saved.</typeparam>
    /// <param name="provider"><c>NpgsqlFactory.Instance</c>.</param>
    /// <param name="connectionString">Where the database is.</param>
    /// <returns>The options.</returns>
    public JobOptions KeepInPostgres<TContext>(DbProviderFactory provider, Func<IServiceProvider, string> connectionString)
        where TContext : DbContext => Keep(new(typeof(TContext), provider, connectionString, IsFile: false));

    /// <summary>Hands jobs that are due to RabbitMQ, of <c>Jobs:RabbitMq</c>, which gives each to an instance that is free. While it is away they wait. Where the setting is empty, the service runs them itself.</summary>
    /// <returns>The options.</returns>
    public JobOptions SendByRabbitMq()
    {
        Store.UsesRabbitMq = true;
        return this;
    }

    private JobOptions Keep(JobDatabase database)
    {
        Store.Database = database;
        return this;
    }
}
