using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Route;

/// <summary>What R9 lets happen at one receiver (protocol.md 4).</summary>
internal abstract record ReceiverRoute(Receiver Receiver)
{
    /// <summary>A delivery is made.</summary>
    internal sealed record NewDelivery(Receiver Receiver, int Generation) : ReceiverRoute(Receiver);

    /// <summary>The receiver has the document, or will have it.</summary>
    internal sealed record AlreadySent(Receiver Receiver, DeliveryRow Standing) : ReceiverRoute(Receiver);

    /// <summary>The same bytes after a failure: the same delivery starts again.</summary>
    internal sealed record NewAttempt(Receiver Receiver, DeliveryRow Failed) : ReceiverRoute(Receiver);

    /// <summary>The mended document after a failure: a delivery is made, and waits until the failed one is given back.</summary>
    internal sealed record AfterFailed(Receiver Receiver, int Generation, DeliveryRow Failed) : ReceiverRoute(Receiver);
}
