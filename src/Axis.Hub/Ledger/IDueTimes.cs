namespace Axis.Hub.Ledger;

/// <summary>
/// The one port that due times come from (protocol.md 9). Fixed when a clock starts; absent clocks are null.
/// </summary>
internal interface IDueTimes
{
    /// <summary>
    /// Version of the working calendar; rises with every change that may move a due time. Asked before the due times that it is kept with: what changes in between is
    /// counted once more.
    /// </summary>
    int Version => 0;

    /// <summary>Due of PROCESSING and of DONE for an attempt that starts at <paramref name="start"/>.</summary>
    (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start);

    /// <summary>Due of the answer (15 or 16) to a request whose carrier arrived at <paramref name="arrived"/>.</summary>
    DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived);

    /// <summary>Due of the answer and of the end of work for a delivery that arrived at <paramref name="arrived"/>.</summary>
    (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived);

    /// <summary>When a clock that runs from <paramref name="start"/> to <paramref name="due"/> warns and when it breaches.</summary>
    (DateTimeOffset Warn, DateTimeOffset Breach) OfWatch(DeliveryRow delivery, WatchClock clock, DateTimeOffset start, DateTimeOffset due) => (due, due);

    /// <summary>True for a document that is watched more closely.</summary>
    bool IsWatched(DocumentRow document, string? typeKey) => document.SteeringType == 2;
}
