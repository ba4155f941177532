using Axis.Hub.Platform.Storage;
using MassTransit;

namespace Axis.Hub.Ledger;

/// <summary>Cancels, adapters' links, the stuck list and the audit trail.</summary>
internal sealed partial class LedgerTransaction
{
    public Task OpenCancelsAsync(IReadOnlyCollection<CancelRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.OpenCancels, [.. rows.GroupBy(row => row.DeliveryId).Select(asked => asked.Aggregate(Join))], cancellation);

    public Task<IReadOnlyList<CancelRow>> FindOpenCancelsAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation) =>
        QueryByIdAsync<CancelRow, Guid>(LedgerSql.FindOpenCancels, deliveryIds, cancellation);

    public Task<IReadOnlyList<CancelRow>> FindCancelsAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation) =>
        QueryByIdAsync<CancelRow, Guid>(LedgerSql.FindCancels, deliveryIds, cancellation);

    public Task<IReadOnlyList<CancelRow>> ListCancelsToSendAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        session.QueryAsync<CancelRow>(LedgerSql.ListCancelsToSend, new { now, limit }, cancellation);

    public Task SaveCancelsAsync(IReadOnlyCollection<CancelRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.SaveCancels, rows, cancellation);

    public Task<IReadOnlyList<AdapterLinkRow>> ListAdapterLinksAsync(CancellationToken cancellation) =>
        session.QueryAsync<AdapterLinkRow>(LedgerSql.ListAdapterLinks, null, cancellation);

    public Task SaveHeartbeatAsync(AdapterLinkRow row, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.SaveHeartbeat, [new { row.AdapterCode, row.SpoolId, row.HeartbeatAt, row.ClockSkewMs, row.HeartbeatJson }], cancellation);

    public async Task SaveQueryAsync(AdapterLinkRow row, long readNumber, CancellationToken cancellation)
    {
        var values = new
        {
            adapterCode = row.AdapterCode, queryNumber = row.QueryNumber, querySentAt = row.QuerySentAt, queryRepeats = row.QueryRepeats, readNumber,
        };
        if (await session.ExecuteAsync(LedgerSql.UpdateQuery, values, cancellation) == 0)
        {
            // An adapter that never spoke has no row yet; where one stands, the key says that another hub has asked meanwhile.
            await session.ExecuteAsync(LedgerSql.InsertQuery, values, cancellation);
        }
    }

    public Task<IReadOnlyList<StuckRow>> ListStuckAsync(string? status, int limit, CancellationToken cancellation) =>
        session.QueryAsync<StuckRow>(LedgerSql.ListStuck, new { status, limit }, cancellation);

    public Task<StuckRow?> FindStuckAsync(Guid stuckId, CancellationToken cancellation) =>
        session.FindAsync<StuckRow>(LedgerSql.FindStuck, new { stuckId }, cancellation);

    public Task InsertStuckAsync(IReadOnlyCollection<StuckRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertStuck, rows, cancellation);

    public async Task<bool> CloseStuckAsync(
        Guid stuckId, string status, string by, string reason, DateTimeOffset at, CancellationToken cancellation) =>
        await session.ExecuteAsync(LedgerSql.CloseStuck, new { stuckId, status, closedBy = by, reason, at }, cancellation) == 1;

    public Task SettleStuckAsync(IReadOnlyCollection<StuckSettlement> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.SettleStuck, rows, cancellation);

    public Task AppendAuditAsync(string actor, string action, string subject, string detail, DateTimeOffset at, CancellationToken cancellation) =>
        WriteAsync(
            LedgerSql.AppendAudit,
            [
                new
                {
                    AuditId = NewId.NextSequentialGuid(), Actor = actor, Action = action, Subject = SqlWidth.Cut(subject, SqlWidth.Subject), Detail = detail,
                    At = at,
                },
            ],
            cancellation);

    /// <summary>Two requests of one batch become one as two of two batches do; a statement may meet a key only once.</summary>
    private static CancelRow Join(CancelRow open, CancelRow later) => open with
    {
        AdapterCode = later.AdapterCode,
        Attempt = Math.Max(open.Attempt, later.Attempt),
        Purpose = later.WaitingDeliveryId is null || open.WaitingDeliveryId is not null ? open.Purpose : later.Purpose,
        WaitingDeliveryId = open.WaitingDeliveryId ?? later.WaitingDeliveryId,
    };
}
