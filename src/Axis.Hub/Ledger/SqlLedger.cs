using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>The ledger on the hub's database.</summary>
internal sealed class SqlLedger(IDatabase database) : ILedger
{
    public Task<T> WriteAsync<T>(string name, Func<ILedgerTransaction, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        database.WriteAsync(name, (session, token) => work(new LedgerTransaction(session), token), cancellation);

    public Task<T> ReadAsync<T>(string name, Func<ILedgerReader, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        database.ReadAsync(name, (session, token) => work(new LedgerTransaction(session), token), cancellation);
}
