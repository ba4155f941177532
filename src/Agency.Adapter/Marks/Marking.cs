using Axis.Contracts.Wire;

namespace Agency.Adapter.Marks;

/// <summary>Why a delivery is frozen or destroyed.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Command">The request that was agreed to.</param>
/// <param name="Reason">The sender's reason.</param>
/// <param name="At">Since when the delivery is void, UTC.</param>
internal sealed record Marking(Guid DeliveryId, ChangeCommand Command, string Reason, DateTimeOffset At);
