using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FastApiStyle.Caching;

/// <summary>
/// Tells the cache what has changed, once it is committed and before anyone is answered, whoever changes it: by <c>SaveChanges</c>, by
/// <c>ExecuteUpdate</c> and <c>ExecuteDelete</c>, or by SQL that names the table.
/// </summary>
internal sealed class CacheInvalidation(CacheStamps stamps) : SaveChangesInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    // What waits for its commit. Contexts come from a pool.
    private readonly ConditionalWeakTable<DbContext, HashSet<string>> changed = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var entries = eventData.Context!.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        changed.GetOrCreateValue(eventData.Context).UnionWith(entries.Select(entry => NameOf(entry.Metadata)));
        return new(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await ForgetAsync(eventData.Context!, isCommitted: eventData.Context!.Database.CurrentTransaction is null);
        return result;
    }

    public async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw)
        {
            var named = context.Model.GetEntityTypes().Where(type => type.GetTableName() is { } table && command.CommandText.Contains(table, StringComparison.Ordinal));
            changed.GetOrCreateValue(context).UnionWith(named.Select(NameOf));
            await ForgetAsync(context, isCommitted: command.Transaction is null);
        }
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Context is { } context ? ForgetAsync(context, isCommitted: true) : Task.CompletedTask;

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context)
        {
            changed.Remove(context);
        }
        return Task.CompletedTask;
    }

    // What is asked synchronously is told, too, as it comes.
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        SavingChangesAsync(eventData, result).AsTask().GetAwaiter().GetResult();

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result) =>
        SavedChangesAsync(eventData, result).AsTask().GetAwaiter().GetResult();

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) =>
        NonQueryExecutedAsync(command, eventData, result).AsTask().GetAwaiter().GetResult();

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        TransactionCommittedAsync(transaction, eventData).GetAwaiter().GetResult();

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => TransactionRolledBackAsync(transaction, eventData);

    private async Task ForgetAsync(DbContext context, bool isCommitted)
    {
        if (isCommitted && changed.TryGetValue(context, out var names) && names.Count > 0)
        {
            string[] all = [.. names];
            names.Clear();
            await stamps.RenewAsync(all);
        }
    }

    /// <summary>What is owned belongs to its owner.</summary>
    private static string NameOf(IReadOnlyEntityType type) =>
        type.FindOwnership() is { } ownership ? NameOf(ownership.PrincipalEntityType) : type.GetRootType().ClrType.Name;
}
