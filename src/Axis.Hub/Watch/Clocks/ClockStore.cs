using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Clocks;

/// <summary>Clock rules and watched documents in the database. A change raises the version, by which hubs see that theirs are old.</summary>
internal sealed class ClockStore(IDatabase database)
{
    public Task<long> FindVersionAsync(CancellationToken cancellation) =>
        database.ReadAsync("watch-version", (session, token) => session.FindAsync<long>(ClockSql.FindWatchVersion, null, token), cancellation);

    /// <summary>All of them and their version, from one consistent read.</summary>
    public Task<ClockBook> LoadAsync(CancellationToken cancellation) =>
        database.ReadAsync("watch-rules", async (session, token) => new ClockBook(
            await session.FindAsync<long>(ClockSql.FindWatchVersion, null, token),
            await session.QueryAsync<ClockRuleRow>(ClockSql.ListClockRules, null, token),
            await session.QueryAsync<WatchTagRow>(ClockSql.ListWatchTags, null, token)), cancellation);

    /// <summary>Has every clock that runs looked at.</summary>
    public Task<int> RearmAsync(DateTimeOffset now, CancellationToken cancellation) =>
        database.WriteAsync("watch-rearm", (session, token) => session.ExecuteAsync(ClockSql.RearmWatch, new { now }, token), cancellation);

    public Task AddAsync(ClockRuleRow row, string actor, CancellationToken cancellation) => ChangeAsync("clock-set", actor, $"{row.ClockRuleId}", row.Reason, row.SetAt, (session, token) =>
        session.ExecuteAsync(ClockSql.InsertClockRule, new
        {
            clockRuleId = row.ClockRuleId, agencyId = row.AgencyId, clock = row.Clock is { } clock ? (int)clock : (int?)null, priority = row.Priority, typeKey = row.TypeKey,
            steeringType = row.SteeringType, watched = row.Watched, warnPercent = row.WarnPercent, breachPercent = row.BreachPercent, setBy = row.SetBy, reason = row.Reason,
            setAt = row.SetAt,
        }, token), cancellation);

    /// <summary>False when there is no such rule.</summary>
    public Task<bool> RemoveRuleAsync(Guid id, string actor, string reason, DateTimeOffset at, CancellationToken cancellation) =>
        ChangeAsync("clock-remove", actor, $"{id}", reason, at, (session, token) => session.ExecuteAsync(ClockSql.DeleteClockRule, new { id }, token), cancellation);

    public Task AddAsync(WatchTagRow row, string actor, CancellationToken cancellation) => ChangeAsync("watch-add", actor, $"{row.WatchTagId}", row.Reason, row.SetAt, async (session, token) =>
    {
        await MarkAsync(session, row.DocumentId, true, row.SetAt, token);
        return await session.ExecuteAsync(ClockSql.InsertWatchTag, new
        {
            watchTagId = row.WatchTagId, documentId = row.DocumentId, senderAgencyId = row.SenderAgencyId, typeKey = row.TypeKey, setBy = row.SetBy, reason = row.Reason, setAt = row.SetAt,
        }, token);
    }, cancellation);

    /// <summary>False when there is no such mark. What a sender's mark has met stays watched.</summary>
    public Task<bool> RemoveTagAsync(Guid id, string actor, string reason, DateTimeOffset at, CancellationToken cancellation) =>
        ChangeAsync("watch-remove", actor, $"{id}", reason, at, async (session, token) =>
        {
            var tag = (await session.QueryAsync<WatchTagRow>(ClockSql.ListWatchTags, null, token)).FirstOrDefault(row => row.WatchTagId == id);
            await MarkAsync(session, tag?.DocumentId, false, at, token);
            return await session.ExecuteAsync(ClockSql.DeleteWatchTag, new { id }, token);
        }, cancellation);

    private static async Task MarkAsync(ISqlSession session, Guid? documentId, bool watched, DateTimeOffset now, CancellationToken cancellation)
    {
        if (documentId is { } document)
        {
            await session.ExecuteAsync(ClockSql.MarkWatched, new { documentId = document, watched, now }, cancellation);
        }
    }

    private Task<bool> ChangeAsync(
        string action, string actor, string subject, string reason, DateTimeOffset at, Func<ISqlSession, CancellationToken, Task<int>> change, CancellationToken cancellation) =>
        database.WriteAsync(action, async (session, token) =>
        {
            if (await change(session, token) == 0)
            {
                return false;
            }

            await session.ExecuteAsync(ClockSql.RaiseWatchVersion, null, token);
            await new LedgerTransaction(session).AppendAuditAsync(actor, action, subject, reason, at, token);
            return true;
        }, cancellation);
}
