using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Requests about deliveries and the marks that follow from them.</summary>
internal sealed partial class LedgerTransaction
{
    public async Task<IReadOnlyList<ChangeRow>> FindChangesAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation) =>
        [.. (await QueryByIdAsync<ChangeRow, Guid>(session.Writes ? LedgerSql.LockChanges : LedgerSql.FindChanges, deliveryIds, cancellation)).DistinctBy(row => (row.CarrierId, row.TargetId))];

    public Task<IReadOnlyList<ChangeRow>> ListChangesToWarnAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        session.QueryAsync<ChangeRow>(LedgerSql.ListChangesToWarn, new { now, limit }, cancellation);

    public async Task<IReadOnlyList<SentDelivery>> FindSentAsync(IReadOnlyCollection<SentKey> keys, CancellationToken cancellation)
    {
        var found = await QueryAsync<SentRow, SentKey>(LedgerSql.FindSent, keys, cancellation);
        var rows = await FindByIdAsync(found.Select(row => row.DeliveryId), cancellation);
        if (session.Writes && found.Count > 0 && (await QueryAsync<SentRow, SentKey>(LedgerSql.FindSent, keys, cancellation)).Any(row => !rows.ContainsKey(row.DeliveryId)))
        {
            // Whoever was locked out here waited for what another hub added; the next run finds that too.
            throw new WorkConflictException("More of a document was sent between finding and locking what there was.");
        }

        return [.. found.Select(row => new SentDelivery(row.SenderAgencyId, row.DocumentIdText, row.TypeName, rows[row.DeliveryId]))];
    }

    public Task<IReadOnlyList<SameIdDocument>> FindSameIdAsync(IReadOnlyCollection<SameIdKey> keys, CancellationToken cancellation) =>
        QueryAsync<SameIdDocument, SameIdKey>(LedgerSql.FindSameId, keys, cancellation);

    public Task<IReadOnlyList<ChangeRow>> ListChangesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        session.QueryAsync<ChangeRow>(LedgerSql.ListChangesDue, new { now, limit }, cancellation);

    public Task InsertChangesAsync(IReadOnlyCollection<ChangeRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertChanges, rows, cancellation);

    public Task SaveChangesAsync(IReadOnlyCollection<ChangeRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.SaveChanges, rows, cancellation);

    public Task InsertMarksAsync(IReadOnlyCollection<NewMark> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertMarks, rows, cancellation);

    public Task<IReadOnlyList<MarkRow>> FindMarksAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation) =>
        QueryByIdAsync<MarkRow, Guid>(LedgerSql.FindMarks, deliveryIds, cancellation);

    public Task<IReadOnlyList<MarkRow>> ListMarksToSendAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        session.QueryAsync<MarkRow>(LedgerSql.ListMarksToSend, new { now, limit }, cancellation);

    public Task SaveMarksAsync(IReadOnlyCollection<MarkRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.SaveMarks, rows, cancellation);

    private sealed record SentRow
    {
        public required Guid SenderAgencyId { get; init; }
        public required string DocumentIdText { get; init; }
        public string? TypeName { get; init; }
        public required Guid DeliveryId { get; init; }
    }
}
