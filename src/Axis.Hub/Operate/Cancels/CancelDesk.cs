using Axis.Hub.Flow;
using Axis.Hub.Flow.Acknowledge;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Cancels;

/// <summary>Says in an adapter's stead how it answers a cancel: one transaction with its line in the audit trail.</summary>
internal sealed class CancelDesk(ILedger ledger, IDueTimes dueTimes, HubOptions options, TimeProvider time)
{
    /// <summary>Settles the cancel of a delivery and everything that waits for it; else says why not.</summary>
    /// <param name="deliveryId">The delivery that was asked back.</param>
    /// <param name="answer"><see cref="CancelAnswer.Cancelled"/> or <see cref="CancelAnswer.Taken"/>.</param>
    /// <param name="risk">Name of the risk that goes with the answer.</param>
    /// <param name="actor"><c>operator:NAME</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">The end of patience.</param>
    public async Task<string?> ForceAsync(
        Guid deliveryId, string answer, string risk, string actor, string reason, CancellationToken cancellation)
    {
        if (CancelRisk.Of(answer) is not { } named)
        {
            return $"an answer is {CancelAnswer.Cancelled} or {CancelAnswer.Taken}, not {answer}";
        }

        return risk == named.Name
            ? await ledger.WriteAsync(
                "cancel-force", (transaction, token) => ForceAsync(transaction, deliveryId, answer, risk, actor, reason, token), cancellation)
            : $"forced as {answer}, {named.Sentence}; --risk {named.Name} takes that risk";
    }

    private async Task<string?> ForceAsync(
        ILedgerTransaction transaction, Guid deliveryId, string answer, string risk, string actor, string reason, CancellationToken cancellation)
    {
        // In the order of an acknowledgement's own locks: the delivery, its cancel, what waits for it.
        var rows = await transaction.FindDeliveriesAsync([deliveryId], cancellation);
        if (await transaction.FindCancelsAsync([deliveryId], cancellation) is not [var cancel])
        {
            return "it was never asked back";
        }

        if (cancel.Answer is { } given and not CancelAnswer.OtherSpool)
        {
            return $"its adapter has answered: {given}";
        }

        var now = SqlTime.Cut(time.GetUtcNow());
        var book = new DeliveryBook(dueTimes, options, now);
        book.Read(rows);
        if (cancel.WaitingDeliveryId is { } waiting)
        {
            book.Read(await transaction.FindDeliveriesAsync([waiting], cancellation));
        }

        await book.ReadChangesAsync([deliveryId], transaction, cancellation);
        var decision = book.Decide(deliveryId, new DeliveryInput.CancelForced(answer, $"at the risk {risk}: {reason}", actor));
        var settle = decision.FollowUps.OfType<FollowUp.SettleCancel>().Single();
        await transaction.SaveCancelsAsync([SettleCancel.Decide(book, cancel, settle, actor)], cancellation);
        await book.WriteAsync(transaction, cancellation);
        await transaction.AppendAuditAsync(actor, "cancel-force", deliveryId.ToString(), $"{answer} at the risk {risk}: {reason}", now, cancellation);
        return null;
    }
}
