namespace Agency.Adapter.Outgoing;

/// <summary>The delivery that a status answers, as its manifest names it.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="DoneAt">When it became DONE here, or <c>null</c> while it is not.</param>
internal sealed record StatusTarget(Guid DeliveryId, DateTimeOffset? DoneAt);
