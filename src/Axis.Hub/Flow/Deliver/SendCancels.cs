using Axis.Contracts;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// Asks deliveries back: each open cancel is sent again until it is answered, at the rhythm of queries, and to a new spool at once
/// (protocol.md 6).
/// </summary>
internal sealed class SendCancels(
    ILedger ledger, IAdapterQueues queues, Sealer sealer, AdapterPauses pauses, HubMetrics metrics, HubOptions options,
    PumpStates states, TimeProvider time, ILogger<SendCancels> logger)
    : Pump("cancel", options.QueryAfter / 8, states, time, logger)
{
    private const int PerTurn = 200;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        var (due, links) = await ledger.WriteAsync("cancels", async (transaction, token) =>
            (await transaction.ListCancelsToSendAsync(now, PerTurn, token), await transaction.ListAdapterLinksAsync(token)), cancellation);
        if (due.Count == 0)
        {
            return false;
        }

        var byAdapter = links.ToDictionary(link => link.AdapterCode, StringComparer.Ordinal);
        var changed = (await Task.WhenAll(due.Select(cancel =>
            SendAsync(cancel, byAdapter.GetValueOrDefault(cancel.AdapterCode), now, cancellation)))).OfType<CancelRow>().ToArray();
        CrashPoint.Pass(HubCrashPoints.CancelNotMarked);
        await ledger.WriteAsync("cancels-sent", async (transaction, token) =>
        {
            // One that was answered or opened anew meanwhile is no longer the one that was sent.
            var open = (await transaction.FindOpenCancelsAsync([.. changed.Select(cancel => cancel.DeliveryId)], token))
                .ToDictionary(cancel => cancel.DeliveryId);
            await transaction.SaveCancelsAsync(
                [.. changed.Where(cancel => open.TryGetValue(cancel.DeliveryId, out var row) && row.Attempt == cancel.Attempt)
                    .Select(cancel => open[cancel.DeliveryId] with
                    {
                        SentAt = cancel.SentAt, NextSendAt = cancel.NextSendAt, Sends = cancel.Sends, SentToSpoolId = cancel.SentToSpoolId,
                    })], token);
            return changed.Length;
        }, cancellation);
        return changed.Length == PerTurn;
    }

    private async Task<CancelRow?> SendAsync(CancelRow cancel, AdapterLinkRow? link, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!Rhythm.IsWanted(cancel.SentAt, cancel.SentToSpoolId, link))
        {
            return cancel with { NextSendAt = now + options.QueryAfter };
        }

        if (pauses.IsPaused(cancel.AdapterCode))
        {
            return null;
        }

        var body = WireJson.Write(new CancelBody(cancel.DeliveryId, cancel.Attempt));
        try
        {
            await queues.SendAsync(cancel.AdapterCode, WireNames.Cancel, new SealedMessage(body, sealer.Seal(body)), cancellation);
            var sends = cancel.Sends + 1;
            return cancel with
            {
                SentAt = now,
                Sends = sends,
                NextSendAt = now + Rhythm.After(options.QueryAfter, sends),
                SentToSpoolId = link?.SpoolId,
            };
        }
        catch (PublishRefusedException refused)
        {
            metrics.PublishRefused(WireNames.Cancel);
            DeliverLog.PublishRefused(Logger, refused, cancel.AdapterCode, 1, pauses.Refused(cancel.AdapterCode));
            return null;
        }
    }
}
