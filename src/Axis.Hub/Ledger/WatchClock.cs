namespace Axis.Hub.Ledger;

/// <summary>The clocks of a delivery (domain.md 6) as the watch sees them. Numbers are places in <see cref="DeliveryRow.WatchSaid"/>.</summary>
internal enum WatchClock
{
    /// <summary>To PROCESSING, by the adapter.</summary>
    Processing = 0,

    /// <summary>To DONE, by the agency.</summary>
    Arrived = 1,

    /// <summary>To the first of 02 to 06.</summary>
    Answered = 2,

    /// <summary>To 06, by the document's own due date.</summary>
    Processed = 3,

    /// <summary>To the answer to a recall, an update or a 13.</summary>
    Amendment = 4,
}
