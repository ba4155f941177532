using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Deliveries and their history.</summary>
internal sealed partial class LedgerTransaction
{
    public Task<IReadOnlyList<DeliveryRow>> FindDeliveriesAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation) =>
        QueryByIdAsync<DeliveryRow, Guid>(session.Writes ? LedgerSql.LockDeliveries : LedgerSql.FindDeliveries, deliveryIds, cancellation);

    public async Task<IReadOnlyList<DeliveryRow>> FindDeliveriesOfAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellation) =>
        await LockedAsync(await QueryByIdAsync<DeliveryRow, Guid>(LedgerSql.FindDeliveriesOf, documentIds, cancellation), cancellation);

    public async Task<IReadOnlyList<DeliveryRow>> FindRequestsAboutAsync(IReadOnlyCollection<Guid> targetDeliveryIds, CancellationToken cancellation) =>
        await LockedAsync(await QueryByIdAsync<DeliveryRow, Guid>(LedgerSql.FindRequestsAbout, targetDeliveryIds, cancellation), cancellation);

    public async Task<IReadOnlySet<Guid>> FindReplacedAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation) =>
        (await QueryByIdAsync<ReplacedRow, Guid>(LedgerSql.FindReplaced, deliveryIds, cancellation)).Select(row => row.DeliveryId).ToHashSet();

    public async Task<IReadOnlyList<FamilyHead>> FindFamilyHeadsAsync(IReadOnlyCollection<FamilyReceiver> keys, CancellationToken cancellation)
    {
        var heads = await QueryAsync<HeadRow, FamilyReceiver>(LedgerSql.FindFamilyHeads, keys, cancellation);
        var newest = await FindByIdAsync(heads.SelectMany(head => new[] { head.DeliveryId, head.LiveId }).OfType<Guid>(), cancellation);
        if (newest.Values.Any(row => row.VoidAs is not null || row.Business == "02"))
        {
            throw new WorkConflictException("The newest delivery of a family was voided or refused between finding and locking it.");
        }

        if (session.Writes && newest.Values.Any(row => row.Transport == TransportState.Fail))
        {
            // Only what failed is followed by another in its place, and that leaves its row alone.
            var since = await QueryAsync<HeadRow, FamilyReceiver>(LedgerSql.FindFamilyHeads, keys, cancellation);
            if (since.Any(head => head.DeliveryId is { } id && !newest.ContainsKey(id)))
            {
                throw new WorkConflictException("The newest delivery of a family was replaced between finding and locking it.");
            }
        }

        return [.. heads.Select(head => new FamilyHead(
            new FamilyReceiver(head.FamilyKey, head.ReceiverAgencyId),
            head.DeliveryId is { } id ? newest[id] : null,
            head.PackageSha256,
            head.HighestGeneration)
        {
            Document = head.DeliveryId is null ? null : DocumentName.Of(head.CodeNumber, head.CodeNotation),
            Live = head.LiveId is { } live ? newest[live] : null,
        })];
    }

    public async Task<IReadOnlyList<ReferenceMatch>> FindByReferenceAsync(IReadOnlyCollection<DocumentReference> references, CancellationToken cancellation)
    {
        var matches = await QueryAsync<MatchRow, DocumentReference>(LedgerSql.FindByReference, [.. references.Select(ReferenceText.Clip)], cancellation);
        var rows = await FindByIdAsync(matches.Select(match => match.DeliveryId), cancellation);
        return [.. matches.Select(match => new ReferenceMatch(match.Ordinal, rows[match.DeliveryId]))];
    }

    public Task<IReadOnlyList<DeliveryStatusRow>> FindStatusesAsync(IReadOnlyCollection<DeliveryStatusKey> keys, CancellationToken cancellation) =>
        QueryAsync<DeliveryStatusRow, DeliveryStatusKey>(LedgerSql.FindStatuses, keys, cancellation);

    public Task<IReadOnlyList<DeliveryEventRow>> ListEventsAsync(Guid deliveryId, CancellationToken cancellation) =>
        session.QueryAsync<DeliveryEventRow>(LedgerSql.ListEvents, new { deliveryId }, cancellation);

    public Task InsertDeliveriesAsync(IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertDeliveries, rows, cancellation);

    public async Task SaveDeliveriesAsync(IReadOnlyCollection<DeliveryChange> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var rows = SqlJson.Write(changes);
        var saved = await session.ExecuteAsync(LedgerSql.SaveDeliveries, new { rows }, cancellation);
        if (saved != changes.Count)
        {
            throw new WorkConflictException($"{changes.Count - saved} of {changes.Count} deliveries changed between reading and writing.");
        }
    }

    public Task InsertStatusesAsync(IReadOnlyCollection<DeliveryStatusRow> rows, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.InsertStatuses, rows, cancellation);

    public async Task AppendEventsAsync(IReadOnlyCollection<DeliveryEventRow> rows, CancellationToken cancellation)
    {
        await WriteAsync(LedgerSql.AppendEvents, rows, cancellation);
        await WriteAsync(LedgerSql.AppendUnseenEvents, [.. rows.Select(row => new { row.EffectiveAt, row.DeliveryId, row.Sequence })], cancellation);
    }

    private async Task<IReadOnlyList<DeliveryRow>> LockedAsync(IReadOnlyList<DeliveryRow> found, CancellationToken cancellation) =>
        session.Writes ? await FindDeliveriesAsync([.. found.Select(row => row.DeliveryId)], cancellation) : found;

    private async Task<Dictionary<Guid, DeliveryRow>> FindByIdAsync(IEnumerable<Guid> ids, CancellationToken cancellation) =>
        (await FindDeliveriesAsync([.. ids.Distinct()], cancellation)).ToDictionary(row => row.DeliveryId);

    private sealed record ReplacedRow
    {
        public required Guid DeliveryId { get; init; }
    }

    private sealed record HeadRow
    {
        public required string FamilyKey { get; init; }
        public required Guid ReceiverAgencyId { get; init; }
        public required int HighestGeneration { get; init; }
        public Guid? DeliveryId { get; init; }
        public string? PackageSha256 { get; init; }
        public string? CodeNumber { get; init; }
        public string? CodeNotation { get; init; }
        public Guid? LiveId { get; init; }
    }

    private sealed record MatchRow
    {
        public required int Ordinal { get; init; }
        public required Guid DeliveryId { get; init; }
    }
}
