using Axis.Contracts.Wire;

namespace Axis.Hub.Ledger;

/// <summary>One request of a sender about one delivery: (carrier, target), both for ever (domain.md 2.3). All times UTC.</summary>
internal sealed record ChangeRow
{
    /// <summary>Delivery that carries the request to the receiver; of an update or a replacement, the one that stands for the target.</summary>
    public required Guid CarrierId { get; init; }

    /// <summary>Delivery that it is about.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>Submission that made the carrier.</summary>
    public required Guid SubmissionId { get; init; }
    public required ChangeCommand Command { get; init; }
    public ChangeStatus Status { get; init; }

    /// <summary>True while the carrier must not go out for the sake of the target (protocol.md 3, "Order").</summary>
    public bool Waits { get; init; }

    /// <summary>The sender's reason.</summary>
    public required string Reason { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When <see cref="Status"/> began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the receiver had the carrier.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When the answer is due; fixed at delivery, moved by a change of the calendar only.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Version of the working calendar that <see cref="DueAt"/> is counted by; null unless an answer is awaited.</summary>
    public int? CountedBy { get; init; }

    /// <summary>When its receiver is to be warned; null: not, or no longer.</summary>
    public DateTimeOffset? WarnAt { get; init; }

    /// <summary>True once that was done.</summary>
    public bool Warned { get; init; }

    /// <summary>Status code of the answer, raw.</summary>
    public string? Code { get; init; }

    /// <summary>The receiver's words.</summary>
    public string? Answer { get; init; }

    /// <summary>True while the receiver owes an answer, in time or not.</summary>
    public bool IsAwaited => Status is ChangeStatus.Delivered or ChangeStatus.Overdue;

    /// <summary>True until it is agreed to, refused or without an object.</summary>
    public bool IsOpen => Status is ChangeStatus.Requested or ChangeStatus.Delivered or ChangeStatus.Overdue;
}

/// <summary>One order to an adapter to freeze or destroy its copy of a delivery, sent again until answered.</summary>
internal sealed record MarkRow
{
    public required Guid DeliveryId { get; init; }
    public required MarkKind Mark { get; init; }

    /// <summary>Adapter that holds the copy.</summary>
    public required string AdapterCode { get; init; }

    /// <summary>Submission that made the delivery; of a freeze only.</summary>
    public Guid? SubmissionId { get; init; }
    public required int Attempt { get; init; }
    public required ChangeCommand Command { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public required DateTimeOffset NextSendAt { get; init; }
    public int Sends { get; init; }

    /// <summary>Spool id the last copy was meant for; a new one is told at once.</summary>
    public Guid? SentToSpoolId { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>A mark to be made; its adapter, its attempt and, of a freeze, its submission are the ledger's.</summary>
internal sealed record NewMark(Guid DeliveryId, MarkKind Mark, ChangeCommand Command, string Reason, DateTimeOffset OpenedAt);

/// <summary>A document that a sender has sent under an id of its own, at one receiver.</summary>
internal sealed record SentDelivery(Guid SenderAgencyId, string DocumentIdText, string? TypeName, DeliveryRow Delivery);

/// <summary>By what a request names its document; made by <see cref="Of"/>, which cuts the id to what is kept.</summary>
internal readonly record struct SentKey(Guid SenderAgencyId, string DocumentIdText)
{
    public static SentKey Of(Guid sender, string documentId) => new(sender, ReferenceText.CutDocumentId(documentId));
}
