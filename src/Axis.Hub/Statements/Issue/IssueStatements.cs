using System.Globalization;
using System.Text;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Compose;
using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Issue;

/// <summary>
/// Issues the statements of every day up to one: the days that have none yet, and those that events which no completed run has seen reach back to (statement.md 6). One run at a time holds the
/// lease; one that died is taken over with what it had marked. Running again issues nothing.
/// </summary>
internal sealed class IssueStatements(StatementRuns runs, IDatabase database, TimeProvider time, ILogger<IssueStatements> log)
{
    private const int WritePage = 200;

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

        if (await runs.BeginAsync(through, cancellation) is not { } run)
        {
            return new IssueOutcome.Busy();
        }

        run = run with { Earliest = await runs.MarkAsync(run, cancellation) };
        if (await runs.FirstDayAsync(run, cancellation) is not { } first)
        {
            await runs.CompleteAsync(run, [], cancellation);
            return new IssueOutcome.Issued(run.RunId, null, run.Through, 0, 0);
        }

        var days = await CountAsync(run, first, progress, cancellation);
        var (versions, mismatches, told) = await IssueAsync(run, days, cancellation);
        await runs.CompleteAsync(run, told, cancellation);
        StatementLog.Issued(log, days.First, run.Through, versions, mismatches);
        return new IssueOutcome.Issued(run.RunId, days.First, run.Through, versions, mismatches);
    }

    /// <summary>
    /// Counts from one consistent read that began at or after the end of the last day. What the read holds beyond what was taken over, because it came in between, is counted from its own day on and named like the
    /// rest; the next run takes it over, and finds nothing changed by it.
    /// </summary>
    private async Task<CountedRun> CountAsync(StatementRunRow run, DateOnly first, Action<int, int>? progress, CancellationToken cancellation)
    {
        var renewed = time.GetTimestamp();
        return await database.ReadAsync("statement-count", async (session, token) =>
        {
            if (await StatementRuns.FindUnseenAsync(session, token) is { } unseen && VietnamTime.DateOf(unseen) < first)
            {
                first = VietnamTime.DateOf(unseen);
            }

            var counted = new CountDays(first, run.Through);
            await ReadCounts.EachDeliveryAsync(first, session, counted.Add, RenewAsync, token);
            await ReadCounts.EachRefusalAsync(first, session, counted.Add, token);
            await ReadCounts.EachDifferenceAsync(first, session, counted.Add, token);
            var before = new DaySpan(run.Through).End;
            var events = await session.QueryAsync<AgencyEventRow>(StatementSql.ListAgencyEvents, new { before }, token);
            var standing = new Dictionary<DateOnly, IReadOnlyList<LatestStatement>>();
            for (var day = first.AddDays(-1); day <= run.Through; day = day.AddDays(1))
            {
                standing[day] = await session.QueryAsync<LatestStatement>(StatementSql.ListLatest, new { day }, token);
            }

            return new CountedRun(
                first, counted, new AgencyTrees(events), standing, await session.QueryAsync<LateEvent>(StatementSql.ListLateEvents, new { runId = run.RunId, before }, token));
        }, cancellation);

        async Task RenewAsync(int read, int of)
        {
            progress?.Invoke(read, of);
            if (time.GetElapsedTime(renewed) > StatementRuns.Lease / 4)
            {
                renewed = time.GetTimestamp();
                await database.WriteAsync("statement-keep", async (session, token) =>
                {
                    await runs.KeepAsync(session, run, null, token);
                    return true;
                }, cancellation);
            }
        }
    }

    private async Task<(int Versions, int Mismatches, IReadOnlyCollection<Guid> Told)> IssueAsync(StatementRunRow run, CountedRun counted, CancellationToken cancellation)
    {
        var before = counted.Latest[counted.First.AddDays(-1)].ToDictionary(row => row.AgencyId, row => ReadClosings(row.Closings));
        var (versions, mismatches) = (0, 0);
        IReadOnlyCollection<Guid> told = [];
        foreach (var day in counted.Count.Days)
        {
            var span = new DaySpan(day);
            var tree = counted.Trees.At(span.End);
            told = [.. tree.WithAdapter];
            LateEvent[] cameLate = [.. counted.Late.Where(one => one.EffectiveAt < span.End)];
            var (standing, closings, wrong) = (counted.Latest[day].ToDictionary(row => row.AgencyId), new Dictionary<Guid, Closings>(), new List<int>());
            foreach (var page in new ComposeStatements(span, counted.Count.Of(day), tree, before).Each().Chunk(WritePage))
            {
                var rows = RowsOf(page, standing, run);
                await ExplainAsync(rows, page, cameLate, tree, cancellation);
                await WriteAsync(run, rows, cancellation);
                (versions, mismatches) = (versions + rows.Count, mismatches + rows.Sum(row => row.Mismatches));
                foreach (var (agency, statement) in page)
                {
                    closings.Add(agency, Closings.Of(statement));
                    wrong.Add(statement.Books.Count(check => !check.Holds));
                }
            }

            await AlertAsync(day, [.. wrong.Where(checks => checks > 0)], cancellation);
            before = closings;
        }

        return (versions, mismatches, told);
    }

    /// <summary>Says of every version but the first what differs and which events made it so.</summary>
    private async Task ExplainAsync(
        List<StatementRow> rows, KeyValuePair<Guid, Statement>[] page, IReadOnlyList<LateEvent> late, AgencyTree tree, CancellationToken cancellation)
    {
        var statements = page.ToDictionary();
        for (var place = 0; place < rows.Count; place++)
        {
            var row = rows[place];
            if (row.Version > 1)
            {
                LateEvent[] concerned = [.. late.Where(one => one.Concerns(row.AgencyId))];
                LateEvent[] listed = [.. concerned.Take(CompareVersions.MostEvents)];
                var (before, facts) = await database.ReadAsync("statement-before", async (session, token) => (
                    await session.FindAsync<StatementRow>(StatementSql.FindStatement, new { agencyId = row.AgencyId, day = row.Day, version = (int?)(row.Version - 1) }, token),
                    await LateFacts.ReadAsync(session, listed, token)), cancellation);
                rows[place] = row with
                {
                    Changes = Encoding.UTF8.GetString(WireJson.Write(CompareVersions.Between(
                        StatementJson.Read(before!.Content), statements[row.AgencyId], concerned,
                        [.. listed.Select(one => LateWords.Tell(one, facts.GetValueOrDefault(LateFacts.KeyOf(one)), row.AgencyId, tree))]))),
                };
            }
        }
    }

    /// <summary>The versions that a day needs: none where the content is that of the latest.</summary>
    private List<StatementRow> RowsOf(IEnumerable<KeyValuePair<Guid, Statement>> statements, Dictionary<Guid, LatestStatement> latest, StatementRunRow run)
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
            await runs.KeepAsync(session, run, null, token);
            await session.ExecuteAsync(StatementSql.InsertStatements, new { rows = SqlJson.Write(rows) }, token);
            return true;
        }, cancellation);

    /// <summary>Tells of a day whose checks do not all hold, until they do; one alert, however many agencies it shows at.</summary>
    /// <param name="day">The day.</param>
    /// <param name="wrong">How many do not hold, of each statement where any does not.</param>
    /// <param name="cancellation">Gives up.</param>
    private Task<bool> AlertAsync(DateOnly day, int[] wrong, CancellationToken cancellation)
    {
        var shown = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var now = SqlTime.Cut(time.GetUtcNow());
        var finding = Finding.Refuse(ErrorCatalogue.AlertBooksMismatch, "", shown, wrong.Sum(), wrong.Length);
        var alert = AlertRow.New(AlertKinds.BooksMismatch, shown, "", finding, now) with { Severity = AlertSeverity.Breach };
        return database.WriteAsync("statement-alert", async (session, token) =>
        {
            var ledger = new LedgerTransaction(session);
            await (wrong.Length > 0 ? ledger.RaiseAlertsAsync([alert], token) : ledger.EndAlertsAsync([alert.AlertKey], now, token));
            return true;
        }, cancellation);
    }

    private static Closings ReadClosings(string json) => WireJson.Read<Closings>(Encoding.UTF8.GetBytes(json));

    /// <summary>What one read holds of the days of a run.</summary>
    /// <param name="First">The first of them.</param>
    /// <param name="Count">What happened on each.</param>
    /// <param name="Trees">The agencies.</param>
    /// <param name="Latest">The newest versions, also of the day before.</param>
    /// <param name="Late">What came after the statements of its day.</param>
    private sealed record CountedRun(
        DateOnly First, CountDays Count, AgencyTrees Trees, IReadOnlyDictionary<DateOnly, IReadOnlyList<LatestStatement>> Latest, IReadOnlyList<LateEvent> Late);
}
