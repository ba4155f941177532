namespace Axis.Hub.Ledger;

/// <summary>Due times by the calendar in force at each question.</summary>
internal sealed class DueTimesInForce(CalendarInForce calendar, ClockRules rules) : IDueTimes
{
    public int Version => calendar.Current.Version;

    private CalendarDueTimes Now => new(calendar.Current, rules);

    public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => Now.OfArrival(delivery, start);

    public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => Now.OfAmendment(carrier, arrived);

    public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) =>
        Now.OfAnswer(delivery, dueDate, arrived);

    public (DateTimeOffset Warn, DateTimeOffset Breach) OfWatch(DeliveryRow delivery, WatchClock clock, DateTimeOffset start, DateTimeOffset due) =>
        Now.OfWatch(delivery, clock, start, due);

    public bool IsWatched(DocumentRow document, string? typeKey) => Now.IsWatched(document, typeKey);
}
