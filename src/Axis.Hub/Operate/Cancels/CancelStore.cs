using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Cancels;

/// <summary>Reads cancels for people.</summary>
internal sealed class CancelStore(IDatabase database)
{
    /// <summary>What hangs on an answer or on an operator, longest first.</summary>
    public Task<IReadOnlyList<CancelView>> ListAsync(int limit, CancellationToken cancellation) =>
        database.ReadAsync("list-cancels", (session, token) => session.QueryAsync<CancelView>(CancelSql.ListCancels, new { limit }, token), cancellation);

    /// <summary>What an operator has to decide.</summary>
    public Task<int> CountUndecidedAsync(CancellationToken cancellation) =>
        database.ReadAsync("count-cancels", (session, token) => session.FindAsync<int>(CancelSql.CountUndecided, null, token), cancellation);
}
