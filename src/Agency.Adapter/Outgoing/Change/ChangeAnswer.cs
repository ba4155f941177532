using Axis.Contracts.Edxml;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>What an agency answers to a request of a sender.</summary>
/// <param name="Agency">Configured code of the agency.</param>
/// <param name="DeliveryId">The delivery that brought the request, or the document that it is about.</param>
/// <param name="Code">15 or 16.</param>
/// <param name="Reason">Its words; required with 16.</param>
/// <param name="Staff">Who acted, or <c>null</c>.</param>
/// <param name="IdempotencyKey">Key chosen by the agency's system; <c>null</c> derives one from the answer.</param>
internal sealed record ChangeAnswer(string Agency, Guid DeliveryId, string Code, string? Reason = null, StaffInfo? Staff = null, string? IdempotencyKey = null);
