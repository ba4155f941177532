using Axis.Contracts.Calendar;
using Axis.Contracts.Http;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>Reads the hub's side of a comparison, all of it in the one read that is handed in.</summary>
internal static class ReadHubBooks
{
    internal const int Page = 1_000;

    /// <summary>
    /// What the hub has of an adapter for a day: what was accepted on it, what is not at rest or has moved at rest since it began, and what open differences are about. Cost grows with the day
    /// and with what is open, not with history.
    /// </summary>
    public static async Task<ExpectedBooks> ExpectedAsync(ISqlSession session, string adapter, DateOnly day, DateTimeOffset now, CancellationToken cancellation)
    {
        var span = new { adapter, hub = HubAgency.Id, since = VietnamTime.At(day, TimeOnly.MinValue).ToUniversalTime(), until = VietnamTime.EndOf(day).ToUniversalTime() };
        return new(
            day, now,
            [.. (await session.QueryAsync<IdRow>(ReconcileSql.ListExpectedSent, span, cancellation)).Select(row => row.Id)],
            [.. (await session.QueryAsync<IdRow>(ReconcileSql.ListExpectedReceived, span, cancellation)).Select(row => row.Id)]);
    }

    /// <summary>The rows of everything that is expected or posted.</summary>
    public static async Task<HubBooks> AllAsync(
        ISqlSession session, string adapter, DateOnly day, IReadOnlyList<BookLine> lines, Func<string, Guid?> agencyOf, DateTimeOffset now, CancellationToken cancellation)
    {
        var expected = await ExpectedAsync(session, adapter, day, now, cancellation);
        Guid[] sent = [.. lines.Select(line => line.Sent?.SubmissionId).OfType<Guid>()];
        Guid[] received = [.. lines.Select(line => line.Received?.DeliveryId).OfType<Guid>()];
        var submissions = await EachAsync<HubSubmission>(session, ReconcileSql.FindBookSubmissions, adapter, [.. sent.Union(expected.Sent)], cancellation);
        var refused = await EachAsync<RefusedRow>(session, ReconcileSql.FindBookRefusals, adapter, [.. sent.Distinct()], cancellation);
        var made = await EachAsync<HubDelivery>(session, ReconcileSql.FindBookDeliveriesOf, adapter, [.. submissions.Select(row => row.DocumentId)], cancellation);
        var taken = await EachAsync<HubDelivery>(session, ReconcileSql.FindBookDeliveries, adapter, [.. received.Union(expected.Received)], cancellation);
        return new(
            adapter, now, expected, submissions.ToDictionary(row => row.SubmissionId), refused.Select(row => row.SubmissionId).ToHashSet(),
            made.ToLookup(row => row.DocumentId), taken.ToDictionary(row => row.DeliveryId), agencyOf);
    }

    private static async Task<IReadOnlyList<T>> EachAsync<T>(ISqlSession session, SqlText text, string adapter, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var all = new List<T>(ids.Count);
        foreach (var page in ids.Chunk(Page))
        {
            all.AddRange(await session.QueryAsync<T>(text, new { adapter, ids = SqlJson.Write(page) }, cancellation));
        }

        return all;
    }

    private sealed record IdRow
    {
        public required Guid Id { get; init; }
    }

    private sealed record RefusedRow
    {
        public required Guid SubmissionId { get; init; }
    }
}
