using Agency.Adapter.Alerts;
using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Agency.Adapter.Work;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Telemetry;

/// <summary>Reads the spool for the gauges: a scrape must not wait for the database. The link is asked itself.</summary>
internal sealed class SampleSpool(
    SpoolDatabase database, AlertStore alerts, IEnumerable<IAlertWay> ways, DiskSpace disk, IHubLink link, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<SampleSpool> log) : Pump(new Pulse(time), metrics, time, options, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly string[] SubmissionsWaitFor = ["time_stamp", "upload", "submit", "receipt"];
    private static readonly string[] DeliveriesWaitFor = ["content", "verify", "agency"];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Metrics.WatchLink(() => link.State);
        return base.StartAsync(cancellationToken);
    }

    protected override Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        Sample();
        return Task.FromResult(Every);
    }

    internal void Sample()
    {
        var owed = alerts.Count().ToDictionary(line => line.Way, StringComparer.Ordinal);
        NoticeReading[] notices = [.. ways.Select(way => way.Name).Distinct().Select(way => new NoticeReading(
            way, owed.GetValueOrDefault(way)?.Waiting ?? 0, owed.GetValueOrDefault(way)?.GivenUp ?? 0))];
        Metrics.ShowSpool(database.Read(spool => new SpoolReading(
            Fold(spool, SpoolSql.ListWaitingSubmissions, SubmissionsWaitFor, SubmissionWaitsFor),
            Fold(spool, SpoolSql.ListWaitingDeliveries, DeliveriesWaitFor, DeliveryWaitsFor),
            spool.ExecuteScalar<long>(SpoolSql.CountOwed), disk.FreeBytes, Options.DiskReserve, notices)));
    }

    private WaitingReading[] Fold(SqliteConnection spool, string statement, string[] all, Func<WaitingRow, string> waitsFor)
    {
        var now = Time.Now();
        var rows = spool.Query<WaitingRow>(statement).ToLookup(waitsFor);
        return [.. all.Select(one => new WaitingReading(
            one, rows[one].Sum(row => row.Count), rows[one].Select(row => now - row.Oldest.Time()).DefaultIfEmpty().Max()))];
    }

    private static string SubmissionWaitsFor(WaitingRow row) =>
        row.NeedsTimeStamp ? "time_stamp" : row.NeedsUpload ? "upload" : row.State == SubmissionState.Sent ? "receipt" : "submit";

    private static string DeliveryWaitsFor(WaitingRow row) => row.Phase switch
    {
        DeliveryPhase.ContentPending => "content",
        DeliveryPhase.Received => "verify",
        _ => "agency",
    };

    private sealed record WaitingRow
    {
        public bool NeedsTimeStamp { get; init; }
        public bool NeedsUpload { get; init; }
        public SubmissionState State { get; init; }
        public DeliveryPhase Phase { get; init; }
        public long Count { get; init; }
        public long Oldest { get; init; }
    }
}
