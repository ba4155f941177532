using System.Collections.Concurrent;
using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>
/// Keeps each adapter's last sign of life, its clock's skew and its spool. A new spool is asked at once for everything that is to
/// be given back; two spools that take turns under one name are an alert (protocol.md 6).
/// </summary>
internal sealed class HeartbeatConsumer(
    ILedger ledger, SpoolIds spools, SendCancels cancels, ClockTrust trust, HubMetrics metrics, TimeProvider time, ILogger<HeartbeatConsumer> logger)
    : IBatchHandler<HeartbeatMessage>
{
    private const int SpoolsKept = 4;
    private readonly ConcurrentDictionary<string, List<Guid>> heard = new(StringComparer.Ordinal);

    public async Task HandleAsync(IReadOnlyList<Incoming<HeartbeatMessage>> batch, CancellationToken cancellation)
    {
        metrics.BatchHandled(WireNames.HeartbeatQueue, batch.Count);
        var now = SqlTime.Cut(time.GetUtcNow());
        var alternating = batch.Where(beat => Alternates(beat.Adapter, beat.Message.SpoolId))
            .Select(beat => beat.Adapter).ToHashSet(StringComparer.Ordinal);

        // Of an adapter's heartbeats in one batch only the newest tells how it is now.
        var newest = batch.GroupBy(beat => beat.Adapter).Select(beats => beats.MaxBy(beat => beat.Message.Clock)!).ToArray();
        var renewed = await ledger.WriteAsync("heartbeat", async (transaction, token) =>
        {
            var known = (await transaction.ListAdapterLinksAsync(token)).ToDictionary(link => link.AdapterCode, StringComparer.Ordinal);
            var changed = false;
            foreach (var (adapter, message) in newest.Select(beat => (beat.Adapter, beat.Message)))
            {
                var link = known.GetValueOrDefault(adapter) ?? new AdapterLinkRow { AdapterCode = adapter };
                changed |= link.SpoolId != message.SpoolId;
                await transaction.SaveHeartbeatAsync(link with
                {
                    SpoolId = message.SpoolId,
                    HeartbeatAt = now,
                    ClockSkewMs = (long)(message.Clock - now).TotalMilliseconds,
                    HeartbeatJson = Encoding.UTF8.GetString(WireJson.Write(message)),
                }, token);
                if (alternating.Contains(adapter))
                {
                    await transaction.AppendAuditAsync("hub", "spools-alternate", "adapter:" + adapter, message.SpoolId.ToString(), now, token);
                    await transaction.RaiseAlertsAsync(
                        [AlertRow.New(AlertKinds.TwoAdapters, adapter, adapter, Finding.Refuse(ErrorCatalogue.AlertTwoAdapters, "", adapter), now)], token);
                }
            }

            return changed;
        }, cancellation);
        foreach (var beat in newest)
        {
            spools.Heard(beat.Adapter, beat.Message.SpoolId);
            trust.Heard(beat.Adapter, beat.Message.Clock - now);
            if (alternating.Contains(beat.Adapter))
            {
                AcknowledgeLog.SpoolsAlternate(logger, beat.Adapter, beat.Message.SpoolId);
            }
        }

        if (renewed)
        {
            cancels.Ring();
        }
    }

    /// <summary>True when a spool speaks again after another one has spoken under the same name.</summary>
    private bool Alternates(string adapter, Guid spool)
    {
        var spools = heard.GetOrAdd(adapter, _ => []);
        lock (spools)
        {
            var place = spools.IndexOf(spool);
            spools.Remove(spool);
            spools.Add(spool);
            if (spools.Count > SpoolsKept)
            {
                spools.RemoveAt(0);
            }

            return place >= 0 && place < spools.Count - 1;
        }
    }
}
