using System.Data.Common;
using Quartz;

namespace FastApiStyle.Jobs.Storing;

/// <summary>Where jobs are kept.</summary>
internal sealed class JobStoreOptions
{
    /// <summary>One name for all instances: they share their jobs.</summary>
    public const string Name = "jobs";

    public JobDatabase? Database { get; set; }

    public bool UsesRabbitMq { get; set; }
}

/// <summary>The database in which jobs are kept.</summary>
/// <param name="IsFile">SQLite: one file, and no cluster of schedulers.</param>
internal sealed record JobDatabase(
    Type Context, DbProviderFactory Factory, Func<IServiceProvider, string> ConnectionString, bool IsFile)
{
    /// <summary>Asks one of the tables.</summary>
    /// <exception cref="DbException">It is not there, or the database is away.</exception>
    public async Task MustBeThereAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var connection = Factory.CreateConnection()!;
        connection.ConnectionString = ConnectionString(services);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM QRTZ_JOB_DETAILS";
        await command.ExecuteScalarAsync(cancellation);
    }

    public void Configure(IPersistentStoreBuilder store)
    {
        store.ConfigureStore(settings =>
        {
            settings.AcceptEnlistedTransactions = true;
            settings.StoreJobDataAsStrings = true;
            // A request that waits for it in its transaction would wait, on SQLite, for one that waits for that transaction.
            settings.LockOnInsert = false;
            settings.SchemaProvisioning = SchemaProvisioning.Validate;
        });
        void Source(DataSourceOptions source) => source.DataSourceFactory = services => Factory.CreateDataSource(ConnectionString(services));
        if (IsFile)
        {
            store.UseSqlite(Source);
        }
        else
        {
            store.UsePostgres(Source);
            store.UseClustering();
        }
    }
}
