namespace Axis.Hub.Ledger;

/// <summary>A delivery that has given cause for an alert.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Kind">One of <see cref="AlertKinds"/>.</param>
/// <param name="Cause">A short stable word.</param>
/// <param name="Severity">How much it weighs now.</param>
/// <param name="IsNew">False when it was told before and only weighs more: it comes under an open alert that has it, and under no other.</param>
internal sealed record AlertCause(Guid DeliveryId, string Kind, string Cause, AlertSeverity Severity = AlertSeverity.Breach, bool IsNew = true);

/// <summary>A cause that has ended.</summary>
internal readonly record struct AlertEnd(Guid DeliveryId, string Kind);

/// <summary>A delivery under an alert.</summary>
internal sealed record AlertItemRow
{
    public required Guid AlertId { get; init; }
    public required Guid DeliveryId { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>What an alert says of a delivery: both parties, their adapters, and whether the document is watched.</summary>
internal sealed record AlertFacts
{
    public required Guid DeliveryId { get; init; }
    public required Guid DocumentId { get; init; }
    public required Guid SenderAgencyId { get; init; }
    public required string SenderCode { get; init; }
    public required string SenderAdapter { get; init; }
    public required Guid ReceiverAgencyId { get; init; }
    public required string ReceiverCode { get; init; }
    public required string ReceiverAdapter { get; init; }
    public required bool Watched { get; init; }
}
