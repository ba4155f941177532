using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Tests.Storage;

/// <summary>A ledger whose first write finds deliveries before, and locks them after another hub has committed something.</summary>
/// <param name="database">The database that both hubs have.</param>
/// <param name="between">What the other hub commits.</param>
internal sealed class InterruptedLedger(IDatabase database, Func<Task> between) : ILedger
{
    private StatementsApart? first = new(database, LedgerSql.LockDeliveries, between);

    public async Task<T> WriteAsync<T>(string name, Func<ILedgerTransaction, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref first, null) is { } interrupted)
        {
            try
            {
                return await work(new LedgerTransaction(interrupted), cancellation);
            }
            catch (WorkConflictException)
            {
                // Run again, as the database does.
            }
        }

        return await database.WriteAsync(name, (session, token) => work(new LedgerTransaction(session), token), cancellation);
    }

    public Task<T> ReadAsync<T>(string name, Func<ILedgerReader, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        database.ReadAsync(name, (session, token) => work(new LedgerTransaction(session), token), cancellation);
}
