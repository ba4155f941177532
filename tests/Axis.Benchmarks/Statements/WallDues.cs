using Axis.Hub.Ledger;

namespace Axis.Benchmarks.Statements;

/// <summary>Due times by the clock on the wall: what is measured is the counting of days, not the calendar.</summary>
internal sealed class WallDues : IDueTimes
{
    public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (start.AddMinutes(30), start.AddHours(4));

    public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => null;

    public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (arrived.AddHours(12), null);
}
