using Axis.Contracts;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Deliver;

/// <summary>Asks deliveries back: each open cancel is sent again until it is answered (<see cref="SendOrder"/>).</summary>
internal sealed class SendCancels(
    ILedger ledger, SendOrder order, HubOptions options, PumpStates states, TimeProvider time, ILogger<SendCancels> logger)
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
                    .Select(cancel => With(open[cancel.DeliveryId], StandsOf(cancel)))], token);
            return changed.Length;
        }, cancellation);
        return changed.Length == PerTurn;
    }

    private async Task<CancelRow?> SendAsync(CancelRow cancel, AdapterLinkRow? link, DateTimeOffset now, CancellationToken cancellation) =>
        await order.SendAsync(
            cancel.AdapterCode, WireNames.Cancel, new CancelBody(cancel.DeliveryId, cancel.Attempt), StandsOf(cancel), link, now, cancellation) is { } stands
            ? With(cancel, stands)
            : null;

    private static Sending StandsOf(CancelRow cancel) => new(cancel.SentAt, cancel.NextSendAt, cancel.Sends, cancel.SentToSpoolId);

    private static CancelRow With(CancelRow cancel, Sending stands) =>
        cancel with { SentAt = stands.SentAt, NextSendAt = stands.NextSendAt, Sends = stands.Sends, SentToSpoolId = stands.SentToSpoolId };
}
