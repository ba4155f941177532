using System.Text;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Compose;

namespace Axis.Hub.Statements.Issue;

/// <summary>The books of the whole axis on one day, from the newest version of every statement as it was issued.</summary>
/// <param name="Day">The day.</param>
/// <param name="Statements">How many statements there are.</param>
/// <param name="Checks">Sums over all agencies, pilots included, both numbers each.</param>
/// <param name="Agencies">Checks of single agencies that do not hold, by code.</param>
internal sealed record AxisBooks(DateOnly Day, int Statements, IReadOnlyList<BookCheck> Checks, IReadOnlyList<AgencyCheck> Agencies)
{
    public bool Hold => Agencies.Count == 0 && Checks.All(check => check.Holds);
}

/// <summary>A check of one agency that does not hold.</summary>
internal sealed record AgencyCheck(string Agency, BookCheck Check);

/// <summary>
/// Checks the books of a day again from what stands in the ledger (statement.md 5): senders against receivers, openings against the closings of the day before, every statement in itself, and
/// that each content is the one that was hashed when it was issued.
/// </summary>
internal sealed class CheckAxis(IDatabase database, StatementStore statements)
{
    public async Task<AxisBooks> RunAsync(DateOnly day, CancellationToken cancellation)
    {
        var before = (await statements.ListAsync(day.AddDays(-1), cancellation)).ToDictionary(row => row.AgencyId, ClosingsOf);
        var latest = await statements.ListAsync(day, cancellation);
        var (sum, opened, genuine) = (new List<StatementFigures>(), Closings.Zero, 0);
        var wrong = new List<AgencyCheck>();
        foreach (var row in latest)
        {
            var content = (await database.ReadAsync("statement-content", (session, token) =>
                session.FindAsync<StatementRow>(StatementSql.FindStatement, new { agencyId = row.AgencyId, day, version = (int?)row.Version }, token), cancellation))!.Content;
            var statement = StatementJson.Read(content);
            var last = before.GetValueOrDefault(row.AgencyId) ?? Closings.None;
            var isGenuine = StatementJson.HashOf(content) == row.Sha256;
            genuine += isGenuine ? 1 : 0;
            opened = opened.Plus(Closings.OpeningsOf(statement.Figures));
            sum.Add(statement.Figures);
            wrong.AddRange(BookChecks.Of(statement.Figures, statement.Items, last.Own, statement.Rollup, statement.Agency.Pilot)
                .Concat(BookChecks.Of(statement.Differences, last.Differences)).Append(new("content", 1, isGenuine ? 1 : 0))
                .Where(check => !check.Holds).Select(check => new AgencyCheck(statement.Agency.Code, check)));
        }

        var closed = before.Values.Aggregate(Closings.Zero, (total, one) => total.Plus(one.Own));
        return new(day, latest.Count, [.. BookChecks.OfAxis(sum), .. Openings(opened, closed), new("content", latest.Count, genuine)],
            [.. wrong.OrderBy(one => one.Agency, StringComparer.Ordinal)]);
    }

    private static Closings ClosingsOf(LatestStatement row) => WireJson.Read<Closings>(Encoding.UTF8.GetBytes(row.Closings));

    private static IEnumerable<BookCheck> Openings(StockOpenings opened, StockOpenings closed) =>
    [
        new("sendErrors.opening", opened.SendErrors, closed.SendErrors), new("receiveErrors.opening", opened.ReceiveErrors, closed.ReceiveErrors),
        new("backlog.opening", opened.Backlog, closed.Backlog), new("noReply.opening", opened.NoReply, closed.NoReply),
        new("notArrived.opening", opened.NotArrived, closed.NotArrived), new("unanswered.opening", opened.Unanswered, closed.Unanswered),
        new("asSender.opening", opened.AsSender, closed.AsSender), new("asReceiver.opening", opened.AsReceiver, closed.AsReceiver),
    ];
}
