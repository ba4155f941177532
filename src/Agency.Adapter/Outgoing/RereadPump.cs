using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Wire;
using Dapper;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// Re-reads from the hub the states of submissions that can still change, when the link comes back and every hour: <c>states</c>
/// messages are coalesced and may be lost with a queue (protocol.md 3).
/// </summary>
internal sealed class RereadPump(
    SpoolDatabase database, ApplyReceipts apply, IHubApi hub, IHubLink link, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<RereadPump> log) : LinkedPump(link, pulses.Reread, metrics, time, options, log)
{
    private const int Page = 100;
    private static readonly TimeSpan Youngest = TimeSpan.FromDays(60);

    private volatile bool reconnected;
    private DateTimeOffset nextAt = DateTimeOffset.MinValue;
    private long after;
    private int failures;

    protected override void OnConnected() => reconnected = true;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        if (after == 0 && !reconnected && Time.GetUtcNow() < nextAt)
        {
            return nextAt - Time.GetUtcNow();
        }

        reconnected = false;
        var ids = database.Read(spool => spool.Query<SubmissionRow>(SpoolSql.ListOpenSubmissions, new
        {
            Since = (Time.GetUtcNow() - Youngest).Stamp(),
            After = after,
            Limit = Page,
        }).AsList());
        foreach (var row in ids)
        {
            try
            {
                if (await hub.FindSubmissionAsync(row.Id, cancellation) is { } answer)
                {
                    await apply.ApplyAsync(new StatesMessage(answer.Deliveries));
                }
            }
            catch (Exception away) when (away is HubAwayException or HubRefusedException)
            {
                OutgoingLog.NotReread(log, away.Message);
                return BackOff.After(Options, failures++);
            }

            failures = 0;
            after = row.Cursor;
        }

        if (ids.Count == Page)
        {
            return TimeSpan.Zero;
        }

        after = 0;
        nextAt = Time.GetUtcNow() + Options.RereadEvery;
        return Options.RereadEvery;
    }
}
