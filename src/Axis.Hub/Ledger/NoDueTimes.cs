namespace Axis.Hub.Ledger;

/// <summary>No clock runs: every due time is absent.</summary>
internal sealed class NoDueTimes : IDueTimes
{
    public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (null, null);

    public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => null;

    public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (null, null);
}
