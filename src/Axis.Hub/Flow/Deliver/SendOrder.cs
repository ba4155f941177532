using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Telemetry;

namespace Axis.Hub.Flow.Deliver;

/// <summary>Where a repeated order to an adapter stands.</summary>
/// <param name="SentAt">When it was last sent; null: never.</param>
/// <param name="NextSendAt">When it is looked at again.</param>
/// <param name="Sends">How often it was sent.</param>
/// <param name="SentToSpoolId">Spool that the last copy was meant for.</param>
internal readonly record struct Sending(DateTimeOffset? SentAt, DateTimeOffset NextSendAt, int Sends, Guid? SentToSpoolId);

/// <summary>Sends a sealed order that is repeated until it is answered: in the rhythm of queries, and to a new spool at once (protocol.md 6).</summary>
internal sealed class SendOrder(IAdapterQueues queues, Sealer sealer, AdapterPauses pauses, HubMetrics metrics, HubOptions options, ILogger<SendOrder> logger)
{
    /// <summary>Where it stands after this turn; null when the queue takes nothing now, so that it is due as before.</summary>
    public async Task<Sending?> SendAsync<T>(
        string adapter, string kind, T order, Sending stands, AdapterLinkRow? link, DateTimeOffset now, CancellationToken cancellation)
    {
        if (!Rhythm.IsWanted(stands.SentAt, stands.SentToSpoolId, link))
        {
            return stands with { NextSendAt = now + options.QueryAfter };
        }

        if (pauses.IsPaused(adapter))
        {
            return null;
        }

        var body = WireJson.Write(order);
        try
        {
            await queues.SendAsync(adapter, kind, new SealedMessage(body, sealer.Seal(body)), cancellation);
            var sends = stands.Sends + 1;
            return new(now, now + Rhythm.After(options.QueryAfter, sends), sends, link?.SpoolId);
        }
        catch (PublishRefusedException refused)
        {
            metrics.PublishRefused(kind);
            DeliverLog.PublishRefused(logger, refused, adapter, 1, pauses.Refused(adapter));
            return null;
        }
    }
}
