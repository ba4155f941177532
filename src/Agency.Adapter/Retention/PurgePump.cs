using System.Text.Json;
using Agency.Adapter.Alerts;
using Agency.Adapter.Reconcile;
using Agency.Adapter.Spool;
using Agency.Adapter.Statements;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Calendar;
using Dapper;

namespace Agency.Adapter.Retention;

/// <summary>
/// Removes package bytes some days after they have come to rest. Whether content rests is the view <c>OpenContent</c>'s to say; it is asked when the
/// time begins and again, in the transaction that removes, when it is over. Ids, hashes, manifests, seals, states and tombstones stay.
/// </summary>
internal sealed class PurgePump(
    SpoolDatabase database, ContentStore contents, StatementFiles statements, PostBooks books, AlertStore alerts, IEnumerable<IAlertWay> ways, AdapterMetrics metrics,
    AdapterOptions options, TimeProvider time, ILogger<PurgePump> log)
    : Pump(new Pulse(time), metrics, time, options, log)
{
    private const int Together = 200;
    private const int KeepStatementDays = 400;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(1);

    private DateTimeOffset nextAt = DateTimeOffset.MinValue;
    private string after = "";

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var now = Time.Now();
        if (now < nextAt)
        {
            return nextAt - now;
        }

        if (await TurnAsync())
        {
            return TimeSpan.Zero;
        }

        RemoveHalves();
        await statements.RemoveBeforeAsync(VietnamTime.DateOf(now).AddDays(-KeepStatementDays));
        await books.RemoveBeforeAsync(VietnamTime.DateOf(now).AddDays(-KeepStatementDays));
        await alerts.RemoveBeforeAsync(now.AddDays(-TellAgency.KeepDays), ways);
        nextAt = now + Every;
        return Every;
    }

    /// <summary>Marks a page, or removes a batch; true while there is more of either.</summary>
    internal async Task<bool> TurnAsync()
    {
        var now = Time.Now();
        return Options.KeepContentDays > 0 && (await MarkAsync(now) || await RemoveAsync(now));
    }

    /// <summary>Begins the time of what has come to rest, page by page; true while there are more.</summary>
    private async Task<bool> MarkAsync(DateTimeOffset now)
    {
        var page = database.Read(spool => spool.Query<string>(SpoolSql.ListUnrestedContents, new { After = after, Limit = Together }).AsList());
        if (page.Count > 0)
        {
            await database.WriteAsync(transaction => transaction.Execute(
                SpoolSql.MarkRested, new { Page = JsonSerializer.Serialize(page), Now = now.Stamp() }));
        }

        after = page.Count == Together ? page[^1] : "";
        return after.Length > 0;
    }

    /// <summary>Removes a batch of what has rested long enough; true when there may be more.</summary>
    private async Task<bool> RemoveAsync(DateTimeOffset now)
    {
        var before = now.AddDays(-Options.KeepContentDays);
        var page = database.Read(spool => spool.Query<string>(SpoolSql.ListRested, new { Before = before.Stamp(), Limit = Together }).AsList());
        if (page.Count == 0)
        {
            return false;
        }

        var json = JsonSerializer.Serialize(page);
        var removed = await database.WriteAsync(transaction =>
        {
            var rows = transaction.List<RemovedRow>(SpoolSql.RemoveContents, new { Page = json });
            transaction.Execute(SpoolSql.RemoveRested, new { Page = json });
            return rows;
        });
        foreach (var row in removed.Where(row => row.InFile))
        {
            contents.RemoveFile(row.Sha256);
        }

        RetentionLog.Removed(log, removed.Count, removed.Sum(row => row.Length), before);
        return page.Count == Together;
    }

    /// <summary>Removes what was fetched in part for a delivery that no longer wants it.</summary>
    private void RemoveHalves()
    {
        foreach (var (sha256, path) in contents.ListHalves(Time.GetUtcNow() - HalfLife))
        {
            if (database.Read(spool => spool.ExecuteScalar<int>(SpoolSql.CountPending, new { PackageSha256 = sha256 })) == 0)
            {
                File.Delete(path);
            }
        }
    }

    private sealed record RemovedRow
    {
        public string Sha256 { get; init; } = "";
        public long Length { get; init; }
        public bool InFile { get; init; }
    }
}
