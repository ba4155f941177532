namespace Axis.Contracts.Wire;

/// <summary>Body of an <c>acknowledge</c> message, sealed by the adapter.</summary>
/// <param name="SpoolId">Identity of the spool that speaks.</param>
/// <param name="Items">1..500 lines.</param>
public sealed record AcknowledgeBody(Guid SpoolId, IReadOnlyList<AcknowledgeItem> Items);

/// <summary>One line of an acknowledgement.</summary>
/// <param name="DeliveryId">Delivery.</param>
/// <param name="Attempt">Attempt it speaks of.</param>
/// <param name="Kind">What is said.</param>
/// <param name="At">When it happened at the adapter, UTC (a claim).</param>
/// <param name="PackageSha256">Hash of the package held; <c>null</c> for UNKNOWN, FROZEN, DESTROYED and for CANCELLED with nothing held.</param>
/// <param name="Reason">Reason of a FAIL.</param>
/// <param name="Cause">Who caused a FAIL.</param>
/// <param name="QueryNumber">The query it answers, or <c>null</c>.</param>
public sealed record AcknowledgeItem(
    Guid DeliveryId, int Attempt, AcknowledgeKind Kind, DateTimeOffset At, string? PackageSha256 = null,
    string? Reason = null, FailCause? Cause = null, long? QueryNumber = null);

/// <summary>What an adapter says of a delivery (protocol.md 3, 5, 6).</summary>
public enum AcknowledgeKind
{
    /// <summary>It lies durably in the spool.</summary>
    Processing,

    /// <summary>The agency's system has taken it.</summary>
    Done,

    /// <summary>It could not be taken, with a reason.</summary>
    Fail,

    /// <summary>Given back before any hand-out.</summary>
    Cancelled,

    /// <summary>Too late to give back: handed out already.</summary>
    Taken,

    /// <summary>Not held; it would be taken in.</summary>
    Unknown,

    /// <summary>Answer to a mark: the sender's copy is kept as it is and not sent again.</summary>
    Frozen,

    /// <summary>Answer to a mark: the receiver's bytes are gone, or there were none; the trail is kept.</summary>
    Destroyed,
}

/// <summary>Who caused a failure; decides whether it is retried.</summary>
public enum FailCause
{
    /// <summary>The hub or the broker.</summary>
    Hub,

    /// <summary>The adapter: content missing, hash mismatch, disk full. Retried.</summary>
    Adapter,

    /// <summary>The agency's own system said no. Final at once.</summary>
    Agency,
}
