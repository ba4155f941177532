using Axis.Contracts;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Change;

/// <summary>Orders copies to be frozen or destroyed: each mark is sent again until it is answered (<see cref="SendOrder"/>).</summary>
internal sealed class SendMarks(
    ILedger ledger, SendOrder order, HubOptions options, PumpStates states, TimeProvider time, ILogger<SendMarks> logger)
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
        CrashPoint.Pass(HubCrashPoints.MarkNotMarked);
        await ledger.WriteAsync("marks-sent", async (transaction, token) =>
        {
            // One that was answered meanwhile stays answered.
            var rows = (await transaction.FindMarksAsync([.. changed.Select(mark => mark.DeliveryId).Distinct()], token)).ToDictionary(mark => (mark.DeliveryId, mark.Mark));
            await transaction.SaveMarksAsync([.. changed.Where(mark => rows[(mark.DeliveryId, mark.Mark)].AnsweredAt is null)], token);
            return changed.Length;
        }, cancellation);
        return changed.Length == PerTurn;
    }

    private async Task<MarkRow?> SendAsync(MarkRow mark, AdapterLinkRow? link, DateTimeOffset now, CancellationToken cancellation)
    {
        var body = new MarkBody(mark.DeliveryId, mark.Attempt, mark.Mark, mark.Command, mark.Reason, mark.OpenedAt, mark.SubmissionId);
        var sending = new Sending(mark.SentAt, mark.NextSendAt, mark.Sends, mark.SentToSpoolId);
        return await order.SendAsync(mark.AdapterCode, WireNames.Mark, body, sending, link, now, cancellation) is { } stands
            ? mark with { SentAt = stands.SentAt, NextSendAt = stands.NextSendAt, Sends = stands.Sends, SentToSpoolId = stands.SentToSpoolId }
            : null;
    }
}
