using Axis.Contracts.Sealing;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Due times by a working calendar and the office hours of the receiver, who has to act (domain.md 6, "clocks of a delivery").</summary>
internal sealed class CalendarDueTimes(HubCalendar calendar, ClockRules rules) : IDueTimes
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

    public (DateTimeOffset Warn, DateTimeOffset Breach) OfWatch(DeliveryRow delivery, WatchClock clock, DateTimeOffset start, DateTimeOffset due)
    {
        // As the due times count: PROCESSING and hỏa tốc by the clock on the wall, all else in office time.
        var (warn, breach) = rules.Current.Of(delivery, clock);
        var isWall = clock == WatchClock.Processing || delivery.Priority >= 3;
        return (PartOf(warn), PartOf(breach));

        DateTimeOffset PartOf(int percent) => SqlTime.Cut(
            percent == 100 ? due : isWall ? OfficeTime.WallPartOf(start, due, percent) : OfficeTime.PartOf(calendar.Days, calendar.HoursOf(delivery.ReceiverAgencyId), start, due, percent));
    }

    public bool IsWatched(DocumentRow document, string? typeKey) =>
        rules.Current.IsWatched(document.DocumentId, document.SenderAgencyId, document.SteeringType, typeKey);
}
