namespace Axis.Hub.Ledger;

/// <summary>Due times by the calendar in force at each question.</summary>
internal sealed class DueTimesInForce(CalendarInForce calendar) : IDueTimes
{
    public int Version => calendar.Current.Version;

    private CalendarDueTimes Now => new(calendar.Current);

    public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => Now.OfArrival(delivery, start);

    public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => Now.OfAmendment(carrier, arrived);

    public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) =>
        Now.OfAnswer(delivery, dueDate, arrived);
}
