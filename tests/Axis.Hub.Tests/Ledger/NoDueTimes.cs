using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Ledger;

/// <summary>No clock runs, for what is not about due times.</summary>
internal sealed class NoDueTimes : IDueTimes
{
    public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (null, null);

    public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => null;

    public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (null, null);
}
