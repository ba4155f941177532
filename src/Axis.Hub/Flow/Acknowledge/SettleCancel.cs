using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>What an answer does to everything that waits for it (protocol.md 4, 6), whoever gives it.</summary>
internal static class SettleCancel
{
    /// <summary>The cancel as it is answered; what follows for the deliveries is decided in the book.</summary>
    /// <param name="book">Holds the delivery and what waits for it.</param>
    /// <param name="cancel">The cancel as read.</param>
    /// <param name="settle">The answer.</param>
    /// <param name="source">Who closes, lets go or voids: <c>hub</c>, or the operator that answers.</param>
    public static CancelRow Decide(DeliveryBook book, CancelRow cancel, FollowUp.SettleCancel settle, string source)
    {
        book.Answered(cancel.DeliveryId, settle);
        var isDecided = settle.Counts || (cancel.Purpose == CancelPurpose.Suspend && !book.Changes.AwaitsReturnOf(cancel.DeliveryId));
        var settled = cancel with { Answer = isDecided ? settle.Answer : CancelAnswer.OtherSpool, AnsweredAt = book.Now };
        if (cancel.WaitingDeliveryId is not { } waiting)
        {
            return settled;
        }

        switch (settle)
        {
            case { Answer: CancelAnswer.Taken }:
                book.Decide(waiting, new DeliveryInput.Voided(VoidCause.Void, $"already sent: {cancel.DeliveryId}", source));
                break;
            case { Counts: true }:
                book.Close(cancel.DeliveryId, source, Closures.SentAgain);
                book.Decide(waiting, new DeliveryInput.Resumed($"{cancel.DeliveryId} was given back", source));
                break;
            default:
                // Another spool gave it back: the first copy may have been handed out, so a person lets the mended one go.
                book.Decide(waiting, new DeliveryInput.Suspended($"{cancel.DeliveryId} was given back by another spool", "hub"));
                break;
        }

        return settled;
    }
}
