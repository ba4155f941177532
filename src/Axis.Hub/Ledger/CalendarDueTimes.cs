using Axis.Contracts.Sealing;

namespace Axis.Hub.Ledger;

/// <summary>Due times by a working calendar and the office hours of the receiver, who has to act (domain.md 6, "clocks of a delivery").</summary>
internal sealed class CalendarDueTimes(HubCalendar calendar) : IDueTimes
{
    public int Version => calendar.Version;

    public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start)
    {
        var (processing, done) = calendar.DeadlinesOf(delivery.ReceiverAgencyId).OfArrival(start, delivery.Priority);
        return (processing.Instant, done.Instant);
    }

    public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) =>
        calendar.DeadlinesOf(carrier.ReceiverAgencyId).OfAmendment(arrived, carrier.Priority).Instant;

    public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived)
    {
        var deadlines = calendar.DeadlinesOf(delivery.ReceiverAgencyId);
        return delivery.Kind == Manifest.Edoc && delivery.SenderAgencyId != HubAgency.Id
            ? (deadlines.OfAnswer(arrived, delivery.Priority).Instant, deadlines.OfProcessing(dueDate, delivery.Priority)?.Instant)
            : (null, null); // Nobody answers a status, nor the axis.
    }
}
