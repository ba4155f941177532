using Axis.Contracts.Sealing;

namespace Axis.Hub.Ledger;

/// <summary>Due times by the working calendar (domain.md 6, "clocks of a delivery").</summary>
internal sealed class CalendarDueTimes(HubCalendar calendar) : IDueTimes
{
    public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start)
    {
        var (processing, done) = calendar.Deadlines.OfArrival(start, delivery.Priority);
        return (processing.Instant, done.Instant);
    }

    public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) =>
        calendar.Deadlines.OfAmendment(arrived, carrier.Priority).Instant;

    public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) =>
        delivery.Kind == Manifest.Edoc && delivery.SenderAgencyId != HubAgency.Id
            ? (calendar.Deadlines.OfAnswer(arrived, delivery.Priority).Instant, calendar.Deadlines.OfProcessing(dueDate, delivery.Priority)?.Instant)
            : (null, null); // Nobody answers a status, nor the axis.
}
