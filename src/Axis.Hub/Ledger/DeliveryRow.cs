using Axis.Contracts.Wire;

namespace Axis.Hub.Ledger;

/// <summary>
/// One delivery: (document, receiver). Immutable; only the state machines of <c>Ledger</c> make changed copies and only
/// <see cref="ILedgerTransaction.SaveDeliveriesAsync"/> writes them. All times UTC.
/// </summary>
internal sealed record DeliveryRow
{
    public required Guid DeliveryId { get; init; }
    public required Guid DocumentId { get; init; }

    /// <summary><c>edoc</c> or <c>status</c>.</summary>
    public required string Kind { get; init; }
    public required Guid SenderAgencyId { get; init; }
    public required Guid ReceiverAgencyId { get; init; }

    /// <summary>The receiver as the package spelled it.</summary>
    public required string ReceiverCode { get; init; }

    /// <summary>Adapter whose queue it goes to.</summary>
    public required string AdapterCode { get; init; }

    /// <summary>Natural key of R9, lower-case hex; null for statuses.</summary>
    public string? FamilyKey { get; init; }

    /// <summary>(family, receiver, generation) is unique; a new document for the same family and receiver takes the next.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>0..4 (domain.md 1.1); 1..4 are urgent.</summary>
    public int Priority { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }

    public TransportState Transport { get; init; }

    /// <summary>National code 01..06, 13, 15, 16 verbatim; null before the first.</summary>
    public string? Business { get; init; }
    public VoidCause? VoidAs { get; init; }

    /// <summary>Reason of a FAIL, a refusal or a void, for people.</summary>
    public string? Cause { get; init; }
    public FailCause? FailedBy { get; init; }

    /// <summary>Publication number, from 1; rises with every counted failure and every resend.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Counted failures since the last start of the ladder 30/60/120/240/480 s.</summary>
    public int Failures { get; init; }
    public DispatchPhase Phase { get; init; }
    public DateTimeOffset NextAttemptAt { get; init; }
    public string? ClaimedBy { get; init; }
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>When the current attempt was published; null until then.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Last sign of the adapter about it, any attempt.</summary>
    public DateTimeOffset? SignAt { get; init; }

    /// <summary>Once claimed it can only be recalled by <c>cancel</c>.</summary>
    public bool EverClaimed { get; init; }

    /// <summary>Spool that was current at the first publication (protocol.md 6, CANCELLED).</summary>
    public Guid? FirstSpoolId { get; init; }
    public bool Suspended { get; init; }

    /// <summary>Number of the outstanding query that names it; UNKNOWN counts only for this one, once.</summary>
    public long? QueriedIn { get; init; }

    /// <summary>For a status: the delivery it speaks of.</summary>
    public Guid? TargetDeliveryId { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? ProcessingDue { get; init; }
    public DateTimeOffset? ArriveDue { get; init; }
    public DateTimeOffset? AnswerDue { get; init; }
    public DateTimeOffset? ProcessDue { get; init; }

    /// <summary>Version of the working calendar that its open due times are counted by (<see cref="IDueTimes.Version"/>); null when no clock is open.</summary>
    public int? CountedBy { get; init; }

    /// <summary>When the clock of arrival started for this attempt.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Key of the document's type, <c>status</c> for statuses, or null where the type is not known.</summary>
    public string? TypeKey { get; init; }
    public int? SteeringType { get; init; }

    /// <summary>True for what is watched more closely: a steering document, or one that operators have tagged.</summary>
    public bool Watched { get; init; }

    /// <summary>When a clock next has something to say; null when none does. Set by <see cref="Clocks.Settle"/>.</summary>
    public DateTimeOffset? WatchAt { get; init; }

    /// <summary>What the clocks that run have said already, two bits each.</summary>
    public int WatchSaid { get; init; }

    /// <summary>When the last change of either state became effective.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it last moved at rest (statement.md 2); null while somebody has something to do about it. Of edocs only.</summary>
    public DateTimeOffset? RestSince { get; init; }

    /// <summary>Rises with every change of the row that its sender is told; also the guard against lost updates.</summary>
    public long Version { get; init; } = 1;

    /// <summary>True while the sender's adapter has not been told the current version.</summary>
    public bool StatesDue { get; init; }

    /// <summary>Head of the event chain.</summary>
    public int EventSequence { get; init; }
    public string? EventHash { get; init; }
    public DateTimeOffset? EventEffectiveAt { get; init; }
}
