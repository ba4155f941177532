using Axis.Contracts.Http;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>Closes differences that a person has dealt with. One transaction with its line in the audit trail; the alert ends with the last difference of its agency that is anybody's to deal with.</summary>
internal sealed class DifferenceDesk(IDatabase database, TimeProvider time)
{
    /// <summary>Adapters in whose books something about a submission or delivery was found of one of these agencies, open or not.</summary>
    public Task<IReadOnlyList<string>> HoldersAsync(Guid subject, IReadOnlyCollection<Guid> agencies, CancellationToken cancellation) =>
        database.ReadAsync("books-holders", (session, token) =>
            session.QueryAsync<string>(ReconcileSql.ListHolders, new { subject, ids = SqlJson.Write(agencies) }, token), cancellation);

    /// <summary>Closes what is open at an adapter.</summary>
    /// <param name="adapter">The adapter.</param>
    /// <param name="subject">Only what is about this submission or delivery; null: everything, as of an adapter that is given up.</param>
    /// <param name="mayClose">Which of them.</param>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">The end of patience.</param>
    /// <returns>What was open, and what of it was closed.</returns>
    public Task<ClosingOutcome> CloseAsync(
        string adapter, Guid? subject, Func<BookDifferenceRow, bool> mayClose, string actor, string reason, CancellationToken cancellation) =>
        database.WriteAsync("books-close", async (session, token) =>
        {
            // No reconciliation of this adapter writes meanwhile.
            await session.FindAsync<Books>(ReconcileSql.LockBooks, new { adapter }, token);
            var open = await session.QueryAsync<BookDifferenceRow>(ReconcileSql.ListOpenDifferences, new { adapter }, token);
            var asked = open.Where(row => subject is null || row.SubjectId == subject).ToArray();
            var closed = asked.Where(mayClose).ToArray();
            if (closed.Length == 0)
            {
                var repeated = subject is null ? [] : await session.QueryAsync<Closing>(ReconcileSql.ListClosings, new { adapter, subject, actor, reason }, token);
                return new ClosingOutcome(asked, [], repeated.Count > 0);
            }

            var now = SqlTime.Cut(time.GetUtcNow());
            var moves = closed.Select(row => DifferenceBook.Close(row, actor, reason, now)).ToArray();
            await DifferenceStore.SaveAsync(session, [], [.. moves.Select(move => move.Row)], [.. moves.Select(move => move.Event)], token);
            var ledger = new LedgerTransaction(session);
            var concerned = open.Except(closed).Where(row => !DifferenceGuide.All[row.Code].HealsByItself).Select(row => row.AgencyId);
            await ledger.EndAlertsAsync([.. closed.Select(row => row.AgencyId).Distinct().Except(concerned).Select(agency => DifferenceStore.AlertOf(adapter, agency))], now, token);
            await ledger.AppendAuditAsync(actor, "books-close", subject is { } one ? $"{adapter}:{one}" : "adapter:" + adapter, $"{closed.Length}: {reason}", now, token);
            return new ClosingOutcome(asked, closed, IsRepeat: false);
        }, cancellation);

    private sealed record Closing
    {
        public Guid DifferenceId { get; init; }
    }

    private sealed record Books
    {
        public DateTimeOffset? AsOf { get; init; }
    }
}

/// <summary>What came of a closing.</summary>
/// <param name="Open">What was open of what was asked for.</param>
/// <param name="Closed">Those that were closed, as they were.</param>
/// <param name="IsRepeat">True when nothing was, and the same has closed something about this subject before with the same words, which is closed still: the answer was lost.</param>
internal sealed record ClosingOutcome(IReadOnlyList<BookDifferenceRow> Open, IReadOnlyList<BookDifferenceRow> Closed, bool IsRepeat);
