using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>
/// The ledger's statements on one transaction; in a read it is handed out as <see cref="ILedgerReader"/> only. Rows read in a
/// write transaction are locked, so what a decision saw is what it changes.
/// </summary>
internal sealed partial class LedgerTransaction(ISqlSession session) : ILedgerTransaction
{
    private async Task<IReadOnlyList<T>> QueryAsync<T, TKey>(SqlText text, IReadOnlyCollection<TKey> keys, CancellationToken cancellation) =>
        keys.Count == 0 ? [] : await session.QueryAsync<T>(text, new { keys = SqlJson.Write(keys) }, cancellation);

    private async Task<IReadOnlyList<T>> QueryByIdAsync<T, TId>(SqlText text, IReadOnlyCollection<TId> ids, CancellationToken cancellation) =>
        ids.Count == 0 ? [] : await session.QueryAsync<T>(text, new { ids = SqlJson.Write(ids) }, cancellation);

    private async Task WriteAsync<T>(SqlText text, IReadOnlyCollection<T> rows, CancellationToken cancellation)
    {
        if (rows.Count > 0)
        {
            await session.ExecuteAsync(text, new { rows = SqlJson.Write(rows) }, cancellation);
        }
    }
}
