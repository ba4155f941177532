namespace Axis.Hub;

/// <summary>The hub's named places to die, by row of protocol.md 10. Each has a test that dies exactly there.</summary>
internal static class HubCrashPoints
{
    /// <summary>Row 19, 6: everything is decided, the transaction is not committed.</summary>
    public const string BeforeCommit = "hub.submit.before-commit";

    /// <summary>Row 6: committed, the message not acknowledged to the broker.</summary>
    public const string CommittedNotAcknowledged = "hub.submit.committed";

    /// <summary>Row 7: committed with claims, nothing published.</summary>
    public const string CommittedNotPublished = "hub.deliver.claimed";

    /// <summary>Row 8: published and confirmed, the mark lost.</summary>
    public const string PublishedNotMarked = "hub.deliver.published";

    /// <summary>Row 5: decided, the receipt not sent.</summary>
    public const string ReceiptNotSent = "hub.receipt.not-sent";

    /// <summary>Row 5: the receipt sent, its mark lost.</summary>
    public const string ReceiptNotMarked = "hub.receipt.not-marked";

    /// <summary>Row 12: an acknowledgement decided, not committed.</summary>
    public const string AcknowledgeBeforeCommit = "hub.acknowledge.before-commit";

    /// <summary>Row 12: an acknowledgement committed, not acknowledged to the broker.</summary>
    public const string AcknowledgeCommitted = "hub.acknowledge.committed";

    /// <summary>Row 16: business state and status delivery decided, not committed.</summary>
    public const string StatusBeforeCommit = "hub.status.before-commit";

    /// <summary>Row 4: some of an upload is in its part.</summary>
    public const string ContentHalf = "hub.content.half";

    /// <summary>Row 4: an upload is whole, hashed and synced, and not in its place.</summary>
    public const string ContentNotPlaced = "hub.content.before-place";

    /// <summary>Row 4: in its place, the adapter has no answer.</summary>
    public const string ContentNotAnswered = "hub.content.after-place";

    /// <summary>Row 9: a query counted in the ledger, not put into the queue.</summary>
    public const string QueryNotSent = "hub.query.not-sent";

    /// <summary>Row 17: a cancel sent, its mark lost.</summary>
    public const string CancelNotMarked = "hub.cancel.not-marked";

    /// <summary>Row 8: marks of copies sent, their own mark lost.</summary>
    public const string MarkNotMarked = "hub.mark.not-marked";

    /// <summary>Row 8: states sent, their mark lost.</summary>
    public const string StatesNotMarked = "hub.states.not-marked";

    /// <summary>Row 8: alerts told to the adapters of both parties, their mark lost.</summary>
    public const string AlertsNotMarked = "hub.alerts.not-marked";

    /// <summary>Row 6: a dead letter recorded, not acknowledged to the broker.</summary>
    public const string DeadLetterRecorded = "hub.dead-letter.recorded";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        BeforeCommit, CommittedNotAcknowledged, CommittedNotPublished, PublishedNotMarked, ReceiptNotSent, ReceiptNotMarked,
        AcknowledgeBeforeCommit, AcknowledgeCommitted, StatusBeforeCommit, ContentHalf, ContentNotPlaced, ContentNotAnswered,
        QueryNotSent, CancelNotMarked, MarkNotMarked, StatesNotMarked, AlertsNotMarked, DeadLetterRecorded,
    ];
}
