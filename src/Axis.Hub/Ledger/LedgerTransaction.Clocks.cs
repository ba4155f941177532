namespace Axis.Hub.Ledger;

/// <summary>Open clocks.</summary>
internal sealed partial class LedgerTransaction
{
    public Task<IReadOnlyList<CountedDelivery>> ListOpenClocksAsync(int before, CountedDelivery after, int limit, CancellationToken cancellation) =>
        session.QueryAsync<CountedDelivery>(LedgerSql.ListOpenClocks, new { before, version = after.CountedBy, after = after.DeliveryId, limit }, cancellation);

    public Task<IReadOnlyList<CountedRequest>> ListOpenRequestsAsync(int before, int limit, CancellationToken cancellation) =>
        session.QueryAsync<CountedRequest>(LedgerSql.ListOpenRequests, new { before, limit }, cancellation);

    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> FindClockStartsAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation) =>
        (await QueryByIdAsync<ClockStartRow, Guid>(LedgerSql.FindClockStarts, deliveryIds, cancellation))
            .GroupBy(row => row.DeliveryId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Sequence)!.RecordedAt);

    private sealed record ClockStartRow
    {
        public required Guid DeliveryId { get; init; }
        public required int Sequence { get; init; }
        public required DateTimeOffset RecordedAt { get; init; }
    }
}
