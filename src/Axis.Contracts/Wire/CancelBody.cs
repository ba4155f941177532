namespace Axis.Contracts.Wire;

/// <summary>Body of a <c>cancel</c> message, sealed by the hub.</summary>
/// <param name="DeliveryId">Delivery to give back.</param>
/// <param name="Attempt">Attempt up to which it is to be given back.</param>
public sealed record CancelBody(Guid DeliveryId, int Attempt);
