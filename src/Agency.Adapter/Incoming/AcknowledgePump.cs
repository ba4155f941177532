using System.Diagnostics;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Dapper;

namespace Agency.Adapter.Incoming;

/// <summary>
/// Sends what is owed to the hub, gathered for a moment into arrays of up to 500 that are sealed once, in the order in which it
/// became true. A line leaves the spool when the broker has confirmed its message.
/// </summary>
internal sealed class AcknowledgePump(
    SpoolDatabase database, IHubLink link, Sealer sealer, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<AcknowledgePump> log) : LinkedPump(link, pulses.Acknowledge, metrics, time, options, log)
{
    private int failures;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var owed = List();
        if (owed.Count == 0)
        {
            return TimeSpan.MaxValue;
        }

        if (owed.Count < WireNames.MaxItems && Options.AcknowledgeWait > TimeSpan.Zero)
        {
            await Task.Delay(Options.AcknowledgeWait, Time, cancellation);
            owed = List();
        }

        AcknowledgeItem[] items = [.. owed.Select(line => OutgoingStore.ReadJson<AcknowledgeItem>(line.Item))];
        var body = WireJson.Write(new AcknowledgeBody(database.SpoolId, items));
        var since = TimeProvider.System.GetUtcNow();
        CrashPoint.Pass(AdapterCrashPoints.AcknowledgementsNotSent);
        var outcome = await Link.PublishAsync(
            WireNames.Acknowledge, WireJson.Write(new SealedMessage(body, sealer.Seal(body))), cancellation);
        if (outcome is not PublishOutcome.Confirmed)
        {
            Metrics.PublishRefused(WireNames.Acknowledge, outcome);
            IncomingLog.AcknowledgementsWait(log, owed.Count, outcome.ToString());
            return BackOff.After(Options, failures++);
        }

        failures = 0;
        Array.ForEach(items, item => Metrics.AcknowledgementSent(item.Kind));
        CrashPoint.Pass(AdapterCrashPoints.AcknowledgementsNotRemoved);
        await database.WriteAsync(transaction => transaction.Execute(
            SpoolSql.RemoveOwed, new { First = owed[0].Number, Last = owed[^1].Number }));
        TryTrace(items, since);
        return TimeSpan.Zero;
    }

    /// <summary>What was sent is sent, traced or not.</summary>
    private void TryTrace(AcknowledgeItem[] items, DateTimeOffset since)
    {
        try
        {
            Trace(AdapterActivity.IsListened ? items : [], since);
        }
        catch (Exception fault)
        {
            IncomingLog.NotTraced(log, items.Length, fault);
        }
    }

    /// <summary>Each line in its package's trace; whose it is only the delivery's row says.</summary>
    private void Trace(AcknowledgeItem[] items, DateTimeOffset since)
    {
        if (items.Length == 0)
        {
            return;
        }

        var ids = OutgoingStore.WriteJson(items.Select(item => item.DeliveryId.Key()).Distinct());
        var rows = database.Read(spool => spool.Query<DeliveryRow>(SpoolSql.ListDeliveriesOf, new { Ids = ids }).ToDictionary(row => row.Id));
        foreach (var item in items)
        {
            if (rows.TryGetValue(item.DeliveryId, out var row))
            {
                AdapterActivity.Step("report", row, Options, ActivityKind.Producer, since)?.Tag(AdapterActivity.Outcome, item.Kind).Dispose();
            }
        }
    }

    private List<OwedRow> List() =>
        database.Read(spool => spool.Query<OwedRow>(SpoolSql.ListOwed, new { Limit = WireNames.MaxItems }).AsList());

    private sealed record OwedRow
    {
        public long Number { get; init; }
        public string Item { get; init; } = "";
    }
}
