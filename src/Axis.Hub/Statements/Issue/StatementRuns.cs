using Axis.Contracts.Calendar;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Counting;
using MassTransit;

namespace Axis.Hub.Statements.Issue;

/// <summary>Runs of statements: one at a time holds the lease, marks what it sees, and has seen it when it completes.</summary>
internal sealed class StatementRuns(IDatabase database, HubOptions options, TimeProvider time)
{
    /// <summary>How long a run holds without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const int MarkPage = 10_000;

    // Not the hub's name alone: a command beside it may have the same settings.
    private readonly string owner = $"{options.Name}/{NewId.NextSequentialGuid():N}";

    /// <summary>Opens a run, or takes over one whose holder is gone; null while another hub runs.</summary>
    public Task<StatementRunRow?> BeginAsync(DateOnly through, CancellationToken cancellation) => database.WriteAsync("statement-begin", async (session, token) =>
    {
        var now = SqlTime.Cut(time.GetUtcNow());

        // What this run marks as seen it has to recompute, however early the day is that was asked for.
        through = await LastDayAsync(session, token) is { } last && last > through ? last : through;
        if (await session.FindAsync<StatementRunRow>(StatementSql.FindOpenRun, null, token) is { } open)
        {
            var taken = open with { Owner = owner, LeaseUntil = now + Lease, Through = through > open.Through ? through : open.Through };
            var isTaken = await session.ExecuteAsync(
                StatementSql.TakeRun, new { runId = open.RunId, owner, leaseUntil = taken.LeaseUntil, through = taken.Through, now }, token) == 1;
            return isTaken ? taken : null;
        }

        var run = new StatementRunRow { RunId = NewId.NextSequentialGuid(), Through = through, Owner = owner, LeaseUntil = now + Lease, StartedAt = now };
        await session.ExecuteAsync(
            StatementSql.InsertRun, new { runId = run.RunId, through, owner = run.Owner, leaseUntil = run.LeaseUntil, startedAt = run.StartedAt }, token);
        return run;
    }, cancellation);

    /// <summary>
    /// Takes over the events that no run has seen, and answers the earliest instant of all that it holds. What came after the statements of its day it takes over only once that is named for it.
    /// </summary>
    public async Task<DateTimeOffset?> MarkAsync(StatementRunRow run, CancellationToken cancellation)
    {
        var earliest = run.Earliest;
        foreach (var kind in UnseenKind.All)
        {
            for (var marked = MarkPage; marked == MarkPage;)
            {
                marked = await database.WriteAsync("statement-mark", async (session, token) =>
                {
                    var last = await LastDayAsync(session, token);
                    var unseen = await FindUnseenAsync(session, kind, token);
                    earliest = kind.Counts(last) && (unseen < earliest || earliest is null) ? unseen ?? earliest : earliest;
                    await KeepAsync(session, run, earliest, token);
                    if (unseen is not { } since)
                    {
                        return 0;
                    }

                    if (kind.KeepLate is not { } keep)
                    {
                        return await session.ExecuteAsync(kind.Mark, new { runId = run.RunId, since, limit = MarkPage }, token);
                    }

                    // What another hub has written since, and lies earlier or is not named, is left: it was not reckoned with.
                    var issued = (await session.FindAsync<LastRun>(StatementSql.FindLastIssued, null, token))?.Day;
                    var page = new { runId = run.RunId, since, before = issued is { } day ? new DaySpan(day).End : DateTimeOffset.MinValue, limit = MarkPage };
                    if (since < page.before)
                    {
                        await session.ExecuteAsync(keep, page, token);
                    }

                    return await session.ExecuteAsync(kind.Mark, page, token);
                }, cancellation);
            }
        }

        return earliest;
    }

    /// <summary>The earliest instant of what no run has taken over, as a read sees it; null when there is nothing.</summary>
    public static async Task<DateTimeOffset?> FindUnseenAsync(ISqlSession session, CancellationToken cancellation)
    {
        var last = await LastDayAsync(session, cancellation);
        DateTimeOffset? earliest = null;
        foreach (var kind in UnseenKind.All.Where(kind => kind.Counts(last)))
        {
            var unseen = await FindUnseenAsync(session, kind, cancellation);
            earliest = unseen < earliest || earliest is null ? unseen ?? earliest : earliest;
        }

        return earliest;
    }

    /// <summary>The first day to compute; null when nothing has happened up to the last one: before its first event the axis has no statements.</summary>
    public Task<DateOnly?> FirstDayAsync(StatementRunRow run, CancellationToken cancellation) => database.ReadAsync("statement-first", async (session, token) =>
    {
        var missing = (await LastDayAsync(session, token))?.AddDays(1);
        var late = run.Earliest is { } earliest ? VietnamTime.DateOf(earliest) : (DateOnly?)null;
        return missing is null
            ? late <= run.Through ? late : null
            : new[] { missing.Value, late ?? run.Through, run.Through }.Min();
    }, cancellation);

    /// <summary>Ends the run, and makes a parcel for each agency that is told and has something new.</summary>
    public Task<bool> CompleteAsync(StatementRunRow run, IReadOnlyCollection<Guid> told, CancellationToken cancellation) =>
        database.WriteAsync("statement-complete", async (session, token) =>
        {
            if (await session.ExecuteAsync(StatementSql.CompleteRun, new { runId = run.RunId, owner, completedAt = time.GetUtcNow() }, token) != 1)
            {
                throw new StatementRunLostException(run.RunId);
            }

            await session.ExecuteAsync(StatementSql.InsertParcels, new { runId = run.RunId, ids = SqlJson.Write(told) }, token);
            return true;
        }, cancellation);

    /// <summary>Renews the lease; a run that was taken over must not write any more.</summary>
    public async Task KeepAsync(ISqlSession session, StatementRunRow run, DateTimeOffset? earliest, CancellationToken cancellation)
    {
        var kept = await session.ExecuteAsync(
            StatementSql.KeepRun, new { runId = run.RunId, owner, leaseUntil = SqlTime.Cut(time.GetUtcNow()) + Lease, earliest }, cancellation);
        if (kept != 1)
        {
            throw new StatementRunLostException(run.RunId);
        }
    }

    private static async Task<DateOnly?> LastDayAsync(ISqlSession session, CancellationToken cancellation) =>
        (await session.FindAsync<LastRun>(StatementSql.FindLastRun, null, cancellation))?.Day;

    private static async Task<DateTimeOffset?> FindUnseenAsync(ISqlSession session, UnseenKind kind, CancellationToken cancellation) =>
        (await session.FindAsync<Unseen>(kind.Find, null, cancellation))?.At;

    private sealed record Unseen
    {
        public DateTimeOffset? At { get; init; }
    }

    /// <summary>Events that runs have to see.</summary>
    /// <param name="Find">The earliest that none has.</param>
    /// <param name="Mark">Takes a page of them over.</param>
    /// <param name="KeepLate">Names those of the same page that came after the statements of their day; null where they are on no statement themselves.</param>
    private sealed record UnseenKind(SqlText Find, SqlText Mark, SqlText? KeepLate)
    {
        public static readonly IReadOnlyList<UnseenKind> All =
        [
            new(StatementSql.FindUnseenDeliveryEvent, StatementSql.MarkSeenDeliveryEvent, StatementSql.KeepLateDeliveryEvents),
            new(StatementSql.FindUnseenRefusalEvent, StatementSql.MarkSeenRefusalEvent, StatementSql.KeepLateRefusalEvents),
            new(StatementSql.FindUnseenBookEvent, StatementSql.MarkSeenBookEvent, StatementSql.KeepLateBookEvents),
            new(StatementSql.FindUnseenAgencyEvent, StatementSql.MarkSeenAgencyEvent, null),
        ];

        /// <summary>Before the first statement the registry may be as old as it likes: there is nothing to count there.</summary>
        public bool Counts(DateOnly? last) => KeepLate is not null || last is not null;
    }
}
