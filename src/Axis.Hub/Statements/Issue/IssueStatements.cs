using System.Text;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Compose;
using Axis.Hub.Statements.Counting;
using MassTransit;

namespace Axis.Hub.Statements.Issue;

/// <summary>
/// Issues the statements of every day up to one: the days that have none yet, and those that events which no completed run has seen reach back to (statement.md 6). One run at a time holds the
/// lease; one that died is taken over with what it had marked. Running again issues nothing.
/// </summary>
internal sealed class IssueStatements(IDatabase database, HubOptions options, TimeProvider time, ILogger<IssueStatements> log)
{
    private const int MarkPage = 10_000;
    private const int WritePage = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Runs up to and including a day that has ended.</summary>
    /// <param name="through">The last day.</param>
    /// <param name="progress">Told of deliveries read, and of how many.</param>
    /// <param name="cancellation">Ends the run; it can be taken up again.</param>
    public async Task<IssueOutcome> RunAsync(DateOnly through, Action<int, int>? progress, CancellationToken cancellation)
    {
        if (time.GetUtcNow() < new DaySpan(through).End)
        {
            return new IssueOutcome.NotOver(through);
        }

        if (await BeginAsync(through, cancellation) is not { } run)
        {
            return new IssueOutcome.Busy();
        }

        run = run with { Earliest = await MarkAsync(run, cancellation) };
        var first = await FirstDayAsync(run, cancellation);
        if (first is null)
        {
            await CompleteAsync(run, [], cancellation);
            return new IssueOutcome.Issued(run.RunId, null, run.Through, 0, 0);
        }

        var (versions, mismatches, told) = await IssueAsync(run, first.Value, progress, cancellation);
        await CompleteAsync(run, told, cancellation);
        StatementLog.Issued(log, first.Value, run.Through, versions, mismatches);
        return new IssueOutcome.Issued(run.RunId, first, run.Through, versions, mismatches);
    }

    /// <summary>Opens a run, or takes over one whose holder is gone; null while another hub runs.</summary>
    private Task<StatementRunRow?> BeginAsync(DateOnly through, CancellationToken cancellation) => database.WriteAsync("statement-begin", async (session, token) =>
    {
        var now = SqlTime.Cut(time.GetUtcNow());

        // What this run marks as seen it has to recompute, however early the day is that was asked for.
        through = await session.FindAsync<LastRun>(StatementSql.FindLastRun, null, token) is { Day: { } last } && last > through ? last : through;
        if (await session.FindAsync<StatementRunRow>(StatementSql.FindOpenRun, null, token) is { } open)
        {
            var taken = open with { Owner = options.Name, LeaseUntil = now + Lease, Through = through > open.Through ? through : open.Through };
            var isTaken = await session.ExecuteAsync(
                StatementSql.TakeRun, new { runId = open.RunId, owner = options.Name, leaseUntil = taken.LeaseUntil, through = taken.Through, now }, token) == 1;
            return isTaken ? taken : null;
        }

        var run = new StatementRunRow { RunId = NewId.NextSequentialGuid(), Through = through, Owner = options.Name, LeaseUntil = now + Lease, StartedAt = now };
        await session.ExecuteAsync(
            StatementSql.InsertRun, new { runId = run.RunId, through, owner = run.Owner, leaseUntil = run.LeaseUntil, startedAt = run.StartedAt }, token);
        return run;
    }, cancellation);

    /// <summary>Marks every event that no run has seen as this one's, and answers the earliest instant of all that it holds.</summary>
    private async Task<DateTimeOffset?> MarkAsync(StatementRunRow run, CancellationToken cancellation)
    {
        var earliest = run.Earliest;
        foreach (var (find, mark) in new[]
        {
            (StatementSql.FindUnseenDeliveryEvent, StatementSql.MarkSeenDeliveryEvent), (StatementSql.FindUnseenRefusalEvent, StatementSql.MarkSeenRefusalEvent),
            (StatementSql.FindUnseenAgencyEvent, StatementSql.MarkSeenAgencyEvent),
        })
        {
            for (var marked = MarkPage; marked == MarkPage;)
            {
                marked = await database.WriteAsync("statement-mark", async (session, token) =>
                {
                    var unseen = (await session.FindAsync<Unseen>(find, null, token))?.At;

                    // Before the first statement the registry may be as old as it likes: there is nothing to count there.
                    var counts = find != StatementSql.FindUnseenAgencyEvent || (await session.FindAsync<LastRun>(StatementSql.FindLastRun, null, token))?.Day is not null;
                    earliest = counts && (unseen < earliest || earliest is null) ? unseen ?? earliest : earliest;
                    await KeepAsync(session, run, earliest, token);
                    return await session.ExecuteAsync(mark, new { runId = run.RunId, limit = MarkPage }, token);
                }, cancellation);
            }
        }

        return earliest;
    }

    /// <summary>The first day to compute; null when nothing has happened up to the last one: before its first event the axis has no statements.</summary>
    private Task<DateOnly?> FirstDayAsync(StatementRunRow run, CancellationToken cancellation) => database.ReadAsync("statement-first", async (session, token) =>
    {
        var missing = (await session.FindAsync<LastRun>(StatementSql.FindLastRun, null, token))?.Day?.AddDays(1);
        var late = run.Earliest is { } earliest ? VietnamTime.DateOf(earliest) : (DateOnly?)null;
        return missing is null
            ? late <= run.Through ? late : null
            : new[] { missing.Value, late ?? run.Through, run.Through }.Min();
    }, cancellation);

    private async Task<(int Versions, int Mismatches, IReadOnlyCollection<Guid> Told)> IssueAsync(StatementRunRow run, DateOnly first, Action<int, int>? progress, CancellationToken cancellation)
    {
        // One consistent read that began at or after the end of the last day, and after everything that was marked.
        var (count, trees, latest) = await database.ReadAsync("statement-count", async (session, token) =>
        {
            var counted = new CountDays(first, run.Through);
            await ReadCounts.EachDeliveryAsync(first, session, counted.Add, progress, token);
            await ReadCounts.EachRefusalAsync(first, session, counted.Add, token);
            var events = await session.QueryAsync<AgencyEventRow>(StatementSql.ListAgencyEvents, new { before = new DaySpan(run.Through).End }, token);
            var standing = new Dictionary<DateOnly, IReadOnlyList<LatestStatement>>();
            for (var day = first.AddDays(-1); day <= run.Through; day = day.AddDays(1))
            {
                standing[day] = await session.QueryAsync<LatestStatement>(StatementSql.ListLatest, new { day }, token);
            }

            return (counted, new AgencyTrees(events), standing);
        }, cancellation);

        var before = latest[first.AddDays(-1)].ToDictionary(row => row.AgencyId, row => ReadClosings(row.Closings));
        var (versions, mismatches) = (0, 0);
        IReadOnlyCollection<Guid> told = [];
        foreach (var day in count.Days)
        {
            var span = new DaySpan(day);
            var tree = trees.At(span.End);
            var statements = new ComposeStatements(span, count.Of(day), tree, before).All();
            told = [.. tree.WithAdapter];
            var rows = RowsOf(statements, latest[day].ToDictionary(row => row.AgencyId), run);
            foreach (var page in rows.Chunk(WritePage))
            {
                await WriteAsync(run, page, cancellation);
            }

            versions += rows.Count;
            mismatches += rows.Sum(row => row.Mismatches);
            before = statements.ToDictionary(pair => pair.Key, pair => Closings.Of(pair.Value));
        }

        return (versions, mismatches, told);
    }

    /// <summary>The versions that a day needs: none where the content is that of the latest.</summary>
    private List<StatementRow> RowsOf(IReadOnlyDictionary<Guid, Statement> statements, Dictionary<Guid, LatestStatement> latest, StatementRunRow run)
    {
        var rows = new List<StatementRow>();
        foreach (var (agency, statement) in statements)
        {
            var content = StatementJson.Write(statement);
            var hash = StatementJson.HashOf(content);
            var standing = latest.GetValueOrDefault(agency);
            if (standing?.Sha256 != hash)
            {
                rows.Add(new()
                {
                    AgencyId = agency, Day = statement.Day, Version = (standing?.Version ?? 0) + 1, Sha256 = hash, PreviousSha256 = standing?.Sha256, Content = content,
                    Closings = Encoding.UTF8.GetString(WireJson.Write(Closings.Of(statement))), Mismatches = statement.Books.Count(check => !check.Holds),
                    RunId = run.RunId, IssuedAt = SqlTime.Cut(time.GetUtcNow()),
                });
            }
        }

        return rows;
    }

    private Task<bool> WriteAsync(StatementRunRow run, IReadOnlyCollection<StatementRow> rows, CancellationToken cancellation) =>
        database.WriteAsync("statement-write", async (session, token) =>
        {
            await KeepAsync(session, run, null, token);
            await session.ExecuteAsync(StatementSql.InsertStatements, new { rows = SqlJson.Write(rows) }, token);
            return true;
        }, cancellation);

    /// <summary>Ends the run, and makes a parcel for each agency that is told and has something new.</summary>
    private Task<bool> CompleteAsync(StatementRunRow run, IReadOnlyCollection<Guid> told, CancellationToken cancellation) =>
        database.WriteAsync("statement-complete", async (session, token) =>
        {
            if (await session.ExecuteAsync(StatementSql.CompleteRun, new { runId = run.RunId, owner = options.Name, completedAt = time.GetUtcNow() }, token) != 1)
            {
                throw new StatementRunLostException(run.RunId);
            }

            await session.ExecuteAsync(StatementSql.InsertParcels, new { runId = run.RunId, ids = SqlJson.Write(told) }, token);
            return true;
        }, cancellation);

    /// <summary>Renews the lease; a run that was taken over must not write any more.</summary>
    private async Task KeepAsync(ISqlSession session, StatementRunRow run, DateTimeOffset? earliest, CancellationToken cancellation)
    {
        var kept = await session.ExecuteAsync(
            StatementSql.KeepRun, new { runId = run.RunId, owner = options.Name, leaseUntil = SqlTime.Cut(time.GetUtcNow()) + Lease, earliest }, cancellation);
        if (kept != 1)
        {
            throw new StatementRunLostException(run.RunId);
        }
    }

    private static Closings ReadClosings(string json) => WireJson.Read<Closings>(Encoding.UTF8.GetBytes(json));

    private sealed record Unseen
    {
        public DateTimeOffset? At { get; init; }
    }
}
