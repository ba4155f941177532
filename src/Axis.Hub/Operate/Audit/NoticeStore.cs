using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Audit;

/// <summary>Reads what the hub itself has put into the audit trail.</summary>
internal sealed class NoticeStore(IDatabase database)
{
    /// <summary>Those since an instant, newest first.</summary>
    public Task<IReadOnlyList<Notice>> ListAsync(DateTimeOffset since, int limit, CancellationToken cancellation) =>
        database.ReadAsync("list-notices", (session, token) => session.QueryAsync<Notice>(AuditSql.ListNotices, new { since, limit }, token), cancellation);
}
