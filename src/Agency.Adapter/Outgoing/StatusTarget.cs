namespace Agency.Adapter.Outgoing;

/// <summary>The delivery that a status speaks of, as its manifest names it.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="DoneAt">When it became DONE here, or <c>null</c> while it is not.</param>
/// <param name="CarrierId">Of an answer to a request: the delivery that brought the request.</param>
internal sealed record StatusTarget(Guid DeliveryId, DateTimeOffset? DoneAt, Guid? CarrierId = null);
