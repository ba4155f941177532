namespace Axis.Contracts.Wire;

/// <summary>
/// Body of a <c>mark</c> message, sealed by the hub: what has been recalled or taken back is frozen at its sender and destroyed at its receiver, and the trail is
/// kept on both sides (Decree 30, Annex VI). Sent again until answered by FROZEN or DESTROYED of the same delivery and attempt.
/// </summary>
/// <param name="DeliveryId">Delivery that has become void.</param>
/// <param name="Attempt">Its current attempt, from 1; the answer carries it.</param>
/// <param name="Mark">What is to be done.</param>
/// <param name="Command">The request that was agreed to.</param>
/// <param name="Reason">The sender's reason, for people.</param>
/// <param name="At">When it became void, UTC.</param>
/// <param name="SubmissionId">For <see cref="MarkKind.Freeze"/>: the submission that made the delivery; <c>null</c> for a receiver.</param>
public sealed record MarkBody(
    Guid DeliveryId, int Attempt, MarkKind Mark, ChangeCommand Command, string Reason, DateTimeOffset At, Guid? SubmissionId = null);

/// <summary>What an adapter is told to do with its copy.</summary>
public enum MarkKind
{
    /// <summary>Sender's side: keep the bytes, send them no more.</summary>
    Freeze,

    /// <summary>Receiver's side: remove the bytes, keep ids, hashes, dates and who and why.</summary>
    Destroy,
}
