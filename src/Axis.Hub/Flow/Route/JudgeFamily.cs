using Axis.Contracts.Edxml;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Route;

/// <summary>
/// R9 for one (family, receiver), against its newest delivery that is neither void nor refused by 02 (protocol.md 4).
/// </summary>
internal static class JudgeFamily
{
    /// <param name="receiver">The receiver judged.</param>
    /// <param name="head">What stands there, or null when nothing ever did.</param>
    /// <param name="packageSha256">The package that asks.</param>
    /// <param name="type">Recall, update and replacement speak of documents that the receiver has, so only their own repeat is one.</param>
    public static ReceiverRoute Decide(Receiver receiver, FamilyHead? head, string packageSha256, BusinessDocType type)
    {
        var generation = (head?.HighestGeneration ?? 0) + 1;
        if (head?.Newest is not { } newest)
        {
            return new ReceiverRoute.NewDelivery(receiver, generation);
        }

        var sameBytes = head.PackageSha256 == packageSha256;
        if (type != BusinessDocType.New && !sameBytes)
        {
            return new ReceiverRoute.NewDelivery(receiver, generation);
        }

        return (newest.Transport, sameBytes) switch
        {
            (TransportState.Fail, true) => new ReceiverRoute.NewAttempt(receiver, newest),

            // An update that failed leaves the receiver what it had: protocol.md 4 by its letter would send the document twice.
            (TransportState.Fail, false) when head.Live is { } live => new ReceiverRoute.AlreadySent(receiver, live),
            (TransportState.Fail, false) => new ReceiverRoute.AfterFailed(receiver, generation, newest),
            _ => new ReceiverRoute.AlreadySent(receiver, newest),
        };
    }
}
