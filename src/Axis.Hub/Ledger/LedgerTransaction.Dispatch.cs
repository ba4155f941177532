using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>The window, claims, publications, states owed and silence.</summary>
internal sealed partial class LedgerTransaction
{
    public async Task<IReadOnlyList<AdapterBacklog>> ListBacklogAsync(CancellationToken cancellation)
    {
        var rows = await session.QueryAsync<BacklogRow>(LedgerSql.ListBacklog, null, cancellation);
        return [.. rows.Select(row => new AdapterBacklog(row.AdapterCode, row.Waiting, row.InFlight, row.Held, row.OldestWaiting))];
    }

    public async Task<IReadOnlyDictionary<string, int>> CountInFlightAsync(IReadOnlyCollection<string> adapters, CancellationToken cancellation)
    {
        var rows = await QueryByIdAsync<InFlightRow, string>(LedgerSql.CountInFlight, [.. adapters.Distinct()], cancellation);
        return rows.ToDictionary(row => row.AdapterCode, row => row.InFlight, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<DeliveryRow>> ClaimAsync(ClaimRequest request, CancellationToken cancellation)
    {
        var adapters = request.Adapters ?? await session.QueryAsync<string>(LedgerSql.ListClaimable, null, cancellation);
        if (adapters.Count == 0)
        {
            return [];
        }

        var inFlight = await CountInFlightAsync(adapters, cancellation);
        var windows = inFlight.Select(pair => new { AdapterCode = pair.Key, Free = Math.Max(0, request.Window - pair.Value) }).ToList();
        var claimed = await session.QueryAsync<DeliveryRow>(
            LedgerSql.Claim,
            new
            {
                windows = SqlJson.Write(windows), held = SqlJson.Write(request.Held ?? []), now = request.Now, until = request.Now + request.Lease, owner = request.Owner,
                limit = request.Limit,
            },
            cancellation);
        return [.. claimed.OrderByDescending(row => row.Priority).ThenBy(row => row.AcceptedAt).ThenBy(row => row.DeliveryId)];
    }

    public Task MarkPublishedAsync(IReadOnlyCollection<PublishedMark> marks, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.MarkPublished, marks, cancellation);

    public async Task ReleaseClaimsAsync(string owner, IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation)
    {
        if (deliveryIds.Count > 0)
        {
            await session.ExecuteAsync(LedgerSql.ReleaseClaims, new { owner, ids = SqlJson.Write(deliveryIds) }, cancellation);
        }
    }

    public async Task<IReadOnlyList<OwedState>> ListOwedStatesAsync(int limit, CancellationToken cancellation)
    {
        var owed = await session.QueryAsync<OwedStateRow>(LedgerSql.ListOwedStates, new { limit }, cancellation);
        var rows = await FindByIdAsync(owed.Select(state => state.DeliveryId), cancellation);
        return [.. owed.Select(state => new OwedState(rows[state.DeliveryId], state.SenderAdapter, state.SubmissionId))];
    }

    public Task MarkStatesSentAsync(IReadOnlyCollection<OwedState> states, CancellationToken cancellation) =>
        WriteAsync(LedgerSql.MarkStatesSent, [.. states.Select(state => new { state.Delivery.DeliveryId, state.Delivery.Version })], cancellation);

    public async Task<IReadOnlyList<DeliveryRow>> FindSilentAsync(
        string adapter, DateTimeOffset publishedBefore, DateTimeOffset signBefore, int limit, CancellationToken cancellation)
    {
        var silent = await session.QueryAsync<SilentRow>(LedgerSql.FindSilent, new { adapter, publishedBefore, signBefore, limit }, cancellation);
        return await FindDeliveriesAsync([.. silent.Select(row => row.DeliveryId)], cancellation);
    }

    public async Task<IReadOnlyList<Guid>> ListWatchDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation) =>
        [.. (await session.QueryAsync<SilentRow>(LedgerSql.ListWatchDue, new { now, limit }, cancellation)).Select(row => row.DeliveryId)];

    private sealed record BacklogRow
    {
        public required string AdapterCode { get; init; }
        public required int Waiting { get; init; }
        public required int InFlight { get; init; }
        public required int Held { get; init; }
        public DateTimeOffset? OldestWaiting { get; init; }
    }

    private sealed record InFlightRow
    {
        public required string AdapterCode { get; init; }
        public required int InFlight { get; init; }
    }

    private sealed record OwedStateRow
    {
        public required Guid DeliveryId { get; init; }
        public required string SenderAdapter { get; init; }
        public required Guid SubmissionId { get; init; }
    }

    private sealed record SilentRow
    {
        public required Guid DeliveryId { get; init; }
    }
}
