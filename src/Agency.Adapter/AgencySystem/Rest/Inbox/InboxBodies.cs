using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Incoming;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>One delivery in a list.</summary>
internal record InboxItemBody
{
    /// <summary>Id for ever: whoever takes deliveries folds by it.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>The hub's id of the document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary><c>edoc</c> or <c>status</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its place in the order of arrival.</summary>
    public required long Cursor { get; init; }

    /// <summary>Sender as the package spells it.</summary>
    public required string Sender { get; init; }

    /// <summary>Receiver as the hub named it.</summary>
    public required string Receiver { get; init; }

    /// <summary>When the adapter had it, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Lower-case hex of the package.</summary>
    public required string PackageSha256 { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long PackageLength { get; init; }

    /// <summary>0 to 4.</summary>
    public required int Priority { get; init; }

    /// <summary>Printed code; of a status: of the document answered.</summary>
    public string? DocumentCode { get; init; }

    /// <summary>Trích yếu.</summary>
    public string? Subject { get; init; }

    /// <summary>National status 01 to 16, of a status.</summary>
    public string? StatusCode { get; init; }

    /// <summary>The delivery a status answers, if its sender named it.</summary>
    public Guid? TargetDeliveryId { get; init; }

    /// <summary>0 new, 1 recall, 2 update, 3 replacement.</summary>
    public int? BusinessDocType { get; init; }

    /// <summary>What it asks of documents here; of a 13, a recall, an update and a replacement.</summary>
    public AsksBody? Asks { get; init; }

    /// <summary>Where it stands here.</summary>
    public required DeliveryPhase State { get; init; }
}

/// <summary>A page of the inbox.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Next">Cursor for the next page; absent when this one is empty.</param>
internal sealed record InboxPageBody(IReadOnlyList<InboxItemBody> Items, long? Next);

/// <summary>One delivery with all that its package says of itself. Members have the names they have when a document is sent.</summary>
internal sealed record InboxDetailBody : InboxItemBody
{
    /// <summary>Sender.</summary>
    public required OrganizationBody From { get; init; }

    /// <summary>Receivers that the package names.</summary>
    public required IReadOnlyList<OrganizationBody> To { get; init; }

    /// <summary>DocumentId as the package spells it.</summary>
    public string? NationalDocumentId { get; init; }

    /// <summary>Day of promulgation.</summary>
    public PromulgationBody? Promulgation { get; init; }

    /// <summary>Kind of document.</summary>
    public TypeBody? Type { get; init; }

    /// <summary>Who signed.</summary>
    public SignerBody? Signer { get; init; }

    /// <summary>Answer asked for by this day.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>1 not steering, 2 steering, 3 report on steering.</summary>
    public int? SteeringType { get; init; }

    /// <summary>Reason or remark of a status.</summary>
    public string? Description { get; init; }

    /// <summary>When the status was set.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Files.</summary>
    public required IReadOnlyList<AttachmentBody> Attachments { get; init; }

    /// <summary>Clerk who checked it at the sender, if named; sealed with the package.</summary>
    public CheckerBody? CheckedBy { get; init; }

    /// <summary>What this adapter found about the sender's seal.</summary>
    public required SealBody Seal { get; init; }

    /// <summary>What the hub's door found.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>When the hub routed it, UTC.</summary>
    public required DateTimeOffset RoutedAt { get; init; }

    /// <summary>The bytes were handed out before.</summary>
    public required bool Taken { get; init; }

    /// <summary>The document was recalled or taken back: its bytes are gone, this trail stays.</summary>
    public MarkedBody? Destroyed { get; init; }

    /// <summary>What its sender has asked of it, oldest first.</summary>
    public required IReadOnlyList<AskedBody> Requests { get; init; }

    /// <summary>The delivery that stands for it now: an update that was agreed to, or a replacement.</summary>
    public Guid? SupersededBy { get; init; }
}

/// <summary>A file of a package.</summary>
/// <param name="Number">For <c>/attachments/{n}</c>, from 1.</param>
/// <param name="Name">File name.</param>
/// <param name="ContentType">As declared.</param>
/// <param name="Length">Bytes of the file as it is handed out.</param>
/// <param name="Sha256">Lower-case hex of these bytes.</param>
internal sealed record AttachmentBody(int Number, string Name, string? ContentType, long Length, string Sha256);

/// <summary>The sender's seal as this adapter judged it. A delivery whose seal fails is never offered.</summary>
/// <param name="Valid">It holds.</param>
/// <param name="StampedAt">When a time-stamping authority saw it, UTC; absent: its time is only the sender's claim (NO_TIMESTAMP).</param>
internal sealed record SealBody(bool Valid, DateTimeOffset? StampedAt);

/// <summary>What the agency's system says of a delivery.</summary>
/// <param name="Result"><c>done</c> or <c>fail</c>.</param>
/// <param name="Reason">Required with <c>fail</c>; the sender reads it.</param>
internal sealed record AcknowledgeRequestBody(string? Result = null, string? Reason = null);

/// <summary>The answer that stands.</summary>
/// <param name="DeliveryId">Delivery.</param>
/// <param name="Result"><c>done</c> or <c>fail</c>.</param>
/// <param name="Repeated">It stood before.</param>
internal sealed record AcknowledgedBody(Guid DeliveryId, string Result, bool Repeated);
