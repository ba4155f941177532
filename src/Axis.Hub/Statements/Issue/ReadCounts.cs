using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Issue;

/// <summary>
/// Reads everything that concerns the days from one on: what is not at rest, and what has moved at rest since it began. Page by page, so memory does not grow with the
/// ledger; cost grows with what is open and what the days brought, not with history.
/// </summary>
internal static class ReadCounts
{
    private const int Page = 1000;

    public static async Task EachDeliveryAsync(
        DateOnly first, ISqlSession session, Action<DeliveryCount> add, Func<int, int, Task>? read, CancellationToken cancellation)
    {
        var (total, of) = (0, 0);
        if (read is not null)
        {
            of = (int)await session.FindAsync<long>(StatementSql.CountConcerned, new { hub = HubAgency.Id, since = new DaySpan(first).Start }, cancellation);
        }

        for (var after = Guid.Empty; ;)
        {
            var page = await session.QueryAsync<DeliveryFacts>(StatementSql.ListOpen, new { hub = HubAgency.Id, after, limit = Page }, cancellation);
            await AddAsync(page, session, add, cancellation);
            total += page.Count;
            if (read is not null)
            {
                await read(total, of);
            }

            if (page.Count < Page)
            {
                break;
            }

            after = page[^1].DeliveryId;
        }

        for (var (since, after) = (new DaySpan(first).Start, Guid.Empty); ;)
        {
            var page = await session.QueryAsync<DeliveryFacts>(StatementSql.ListRested, new { hub = HubAgency.Id, since, after, limit = Page }, cancellation);
            await AddAsync(page, session, add, cancellation);
            total += page.Count;
            if (read is not null)
            {
                await read(total, of);
            }

            if (page.Count < Page)
            {
                break;
            }

            (since, after) = (page[^1].RestSince!.Value, page[^1].DeliveryId);
        }
    }

    /// <summary>Refusals are few beside deliveries; their histories come page by page all the same.</summary>
    public static async Task EachRefusalAsync(DateOnly first, ISqlSession session, Action<CountedRefusal> add, CancellationToken cancellation)
    {
        var cases = await session.QueryAsync<RefusalFacts>(StatementSql.ListRefusals, new { since = new DaySpan(first).Start }, cancellation);
        await AddRefusalsAsync(cases, session, add, cancellation);
    }

    /// <summary>Adds these refusals with their histories.</summary>
    public static async Task AddRefusalsAsync(IReadOnlyList<RefusalFacts> cases, ISqlSession session, Action<CountedRefusal> add, CancellationToken cancellation)
    {
        foreach (var page in cases.Chunk(Page))
        {
            var histories = (await session.QueryAsync<RefusalHistoryRow>(
                StatementSql.ListRefusalHistories, new { ids = SqlJson.Write([.. page.Select(row => row.CaseId)]) }, cancellation)).ToLookup(row => row.CaseId, row => row.Moment());
            foreach (var refusal in page)
            {
                add(new CountedRefusal(refusal, [.. histories[refusal.CaseId]]));
            }
        }
    }

    public static async Task EachDifferenceAsync(DateOnly first, ISqlSession session, Action<CountedDifference> add, CancellationToken cancellation)
    {
        var differences = await session.QueryAsync<DifferenceFacts>(StatementSql.ListDifferences, new { since = new DaySpan(first).Start }, cancellation);
        foreach (var page in differences.Chunk(Page))
        {
            var histories = (await session.QueryAsync<DifferenceHistoryRow>(
                StatementSql.ListDifferenceHistories, new { ids = SqlJson.Write([.. page.Select(row => row.DifferenceId)]) }, cancellation)).ToLookup(row => row.DifferenceId);
            foreach (var difference in page)
            {
                add(new CountedDifference(difference, [.. histories[difference.DifferenceId].Select(row => new DifferenceMoment(row.EffectiveAt, row.Kind, row.Source, row.Reason))]));
            }
        }
    }

    private static async Task AddAsync(IReadOnlyList<DeliveryFacts> page, ISqlSession session, Action<DeliveryCount> add, CancellationToken cancellation)
    {
        if (page.Count == 0)
        {
            return;
        }

        var histories = (await session.QueryAsync<HistoryEvent>(
            StatementSql.ListHistories, new { ids = SqlJson.Write([.. page.Select(row => row.DeliveryId)]) }, cancellation)).ToLookup(row => row.DeliveryId);
        foreach (var delivery in page)
        {
            add(new DeliveryCount(delivery, [.. histories[delivery.DeliveryId]]));
        }
    }

    private sealed record DifferenceHistoryRow
    {
        public required Guid DifferenceId { get; init; }
        public required string Kind { get; init; }
        public required string Source { get; init; }
        public string? Reason { get; init; }
        public required DateTimeOffset EffectiveAt { get; init; }
    }

    private sealed record RefusalHistoryRow
    {
        public required Guid CaseId { get; init; }
        public required string Kind { get; init; }
        public required int Copies { get; init; }
        public required string Source { get; init; }
        public string? Detail { get; init; }
        public required DateTimeOffset EffectiveAt { get; init; }

        public RefusalMoment Moment() => new(
            EffectiveAt, Kind switch { RefusalKinds.SentAgain => LeftBy.SentAgain, RefusalKinds.Closed => LeftBy.Closed, _ => null }, Copies, Detail,
            SaidDetail.Read(Kind, Detail, Source, EffectiveAt));
    }
}
