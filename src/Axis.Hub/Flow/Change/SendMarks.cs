using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Change;

/// <summary>Orders copies to be frozen or destroyed: each mark is sent again until it is answered, in the rhythm of cancels, and to a new spool at once.</summary>
internal sealed class SendMarks(
    ILedger ledger, IAdapterQueues queues, Sealer sealer, AdapterPauses pauses, HubMetrics metrics, HubOptions options,
    PumpStates states, TimeProvider time, ILogger<SendMarks> logger)
    : Pump("marks", options.QueryAfter / 8, states, time, logger)
{
    private const int PerTurn = 200;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        var (due, links) = await ledger.WriteAsync("marks", async (transaction, token) =>
            (await transaction.ListMarksToSendAsync(now, PerTurn, token), await transaction.ListAdapterLinksAsync(token)), cancellation);
        if (due.Count == 0)
        {
            return false;
        }

        var byAdapter = links.ToDictionary(link => link.AdapterCode, StringComparer.Ordinal);
        var changed = (await Task.WhenAll(due.Select(mark => SendAsync(mark, byAdapter.GetValueOrDefault(mark.AdapterCode), now, cancellation)))).OfType<MarkRow>().ToArray();
        await ledger.WriteAsync("marks-sent", async (transaction, token) =>
        {
            // One that was answered meanwhile stays answered.
            var rows = (await transaction.FindMarksAsync([.. changed.Select(mark => mark.DeliveryId).Distinct()], token)).ToDictionary(mark => (mark.DeliveryId, mark.Mark));
            await transaction.SaveMarksAsync(
                [.. changed.Where(mark => rows[(mark.DeliveryId, mark.Mark)].AnsweredAt is null)], token);
            return changed.Length;
        }, cancellation);
        return changed.Length == PerTurn;
    }

    private async Task<MarkRow?> SendAsync(MarkRow mark, AdapterLinkRow? link, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!Rhythm.IsWanted(mark.SentAt, mark.SentToSpoolId, link))
        {
            return mark with { NextSendAt = now + options.QueryAfter };
        }

        if (pauses.IsPaused(mark.AdapterCode))
        {
            return null;
        }

        var body = WireJson.Write(new MarkBody(mark.DeliveryId, mark.Attempt, mark.Mark, mark.Command, mark.Reason, mark.OpenedAt, mark.SubmissionId));
        try
        {
            await queues.SendAsync(mark.AdapterCode, WireNames.Mark, new SealedMessage(body, sealer.Seal(body)), cancellation);
            var sends = mark.Sends + 1;
            return mark with { SentAt = now, Sends = sends, NextSendAt = now + Rhythm.After(options.QueryAfter, sends), SentToSpoolId = link?.SpoolId };
        }
        catch (PublishRefusedException refused)
        {
            metrics.PublishRefused(WireNames.Mark);
            DeliverLog.PublishRefused(Logger, refused, mark.AdapterCode, 1, pauses.Refused(mark.AdapterCode));
            return null;
        }
    }
}
