using Axis.Contracts.Errors;

namespace Axis.Contracts.Wire;

/// <summary>Where a package lies when it does not travel inside the message.</summary>
/// <param name="Sha256">Lower-case hex SHA-256 of the package bytes.</param>
/// <param name="Length">Length in bytes.</param>
public sealed record ContentReference(string Sha256, long Length);

/// <summary>Adapter to hub: one package handed over (protocol.md 3, 4).</summary>
/// <param name="SubmissionId">UUIDv5 of the submission, the idempotency key with the adapter.</param>
/// <param name="Try">Raised only by the agency's own repeat; a refusal answers all copies of its try.</param>
/// <param name="Manifest">Exact sealed manifest bytes.</param>
/// <param name="Seal">Detached CMS over <paramref name="Manifest"/>.</param>
/// <param name="Package">The edXML bytes, or <c>null</c> when <paramref name="Content"/> says where they are.</param>
/// <param name="Content">Reference to content uploaded before, or <c>null</c>.</param>
public sealed record SubmitMessage(
    Guid SubmissionId, int Try, byte[] Manifest, byte[] Seal, byte[]? Package = null, ContentReference? Content = null);

/// <summary>An array that is sealed once per message: the exact JSON bytes and the seal over them.</summary>
/// <param name="Body">UTF-8 JSON, never re-serialised.</param>
/// <param name="Seal">Detached CMS over <paramref name="Body"/>.</param>
public sealed record SealedMessage(byte[] Body, byte[] Seal);

/// <summary>What the hub answered to a submission.</summary>
public enum ReceiptOutcome
{
    /// <summary>A document exists; at least one delivery was made or already stood.</summary>
    Accepted,

    /// <summary>Refused at the door; nothing was made.</summary>
    Refused,

    /// <summary>The submission id stands for other bytes.</summary>
    Conflict,

    /// <summary>Not judged: content is missing; upload it and submit again under the same try.</summary>
    ContentMissing,
}

/// <summary>What became of one receiver of a submission.</summary>
public enum ReceiverOutcome
{
    /// <summary>A delivery was made.</summary>
    Delivery,

    /// <summary>The receiver has the document from an earlier delivery (R9).</summary>
    AlreadySent,

    /// <summary>A failed delivery of the same bytes was started again.</summary>
    NewAttempt,

    /// <summary>Unknown, locked or the sender itself.</summary>
    Refused,
}

/// <summary>One receiver's line on a receipt.</summary>
/// <param name="Code">The receiver as the package spells it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="DeliveryId">The delivery made or standing, or <c>null</c>.</param>
/// <param name="Finding">Why, where there is something to say.</param>
public sealed record ReceiptReceiver(string Code, ReceiverOutcome Outcome, Guid? DeliveryId = null, Finding? Finding = null);

/// <summary>Hub to sender's adapter: the answer to one submission. An accepted one is kept for ever and given again.</summary>
/// <param name="SubmissionId">Submission it answers.</param>
/// <param name="Try">Try it answers.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="DocumentId">Document made, or <c>null</c>.</param>
/// <param name="PackageSha256">Lower-case hex of the package judged.</param>
/// <param name="DecidedAt">When the hub decided, UTC.</param>
/// <param name="Receivers">One line per distinct receiver.</param>
/// <param name="Findings">Everything found, refusals and warnings.</param>
public sealed record Receipt(
    Guid SubmissionId, int Try, ReceiptOutcome Outcome, string PackageSha256, DateTimeOffset DecidedAt,
    IReadOnlyList<ReceiptReceiver> Receivers, IReadOnlyList<Finding> Findings, Guid? DocumentId = null);

/// <summary>The hub's own entry in the trace, beside the package and never inside it.</summary>
/// <param name="OrganId">Code of the axis.</param>
/// <param name="Timestamp">When the hub routed the package, UTC.</param>
public sealed record TraceEntry(string OrganId, DateTimeOffset Timestamp);

/// <summary>Hub to receiver's adapter: one delivery.</summary>
/// <param name="DeliveryId">Delivery, a GUID for ever.</param>
/// <param name="DocumentId">Document it carries.</param>
/// <param name="Attempt">Publication number, from 1.</param>
/// <param name="Kind"><c>edoc</c> or <c>status</c>.</param>
/// <param name="Receiver">The receiving agency's current code.</param>
/// <param name="Priority">0 to 4 (domain.md 1.1).</param>
/// <param name="Manifest">Exact sealed manifest bytes of the sender.</param>
/// <param name="Seal">The sender's seal.</param>
/// <param name="Package">The edXML bytes, or <c>null</c>.</param>
/// <param name="Content">Where to fetch them, or <c>null</c>.</param>
/// <param name="Findings">What the hub's door found.</param>
/// <param name="Trace">The hub's hop.</param>
public sealed record DeliverMessage(
    Guid DeliveryId, Guid DocumentId, int Attempt, string Kind, string Receiver, int Priority,
    byte[] Manifest, byte[] Seal, IReadOnlyList<Finding> Findings, TraceEntry Trace,
    byte[]? Package = null, ContentReference? Content = null);

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

/// <summary>One line of an acknowledgement.</summary>
/// <param name="DeliveryId">Delivery.</param>
/// <param name="Attempt">Attempt it speaks of.</param>
/// <param name="Kind">What is said.</param>
/// <param name="At">When it happened at the adapter, UTC (a claim).</param>
/// <param name="PackageSha256">Hash of the package held; <c>null</c> for UNKNOWN and for CANCELLED with nothing held.</param>
/// <param name="Reason">Reason of a FAIL.</param>
/// <param name="Cause">Who caused a FAIL.</param>
/// <param name="QueryNumber">The query it answers, or <c>null</c>.</param>
public sealed record AcknowledgeItem(
    Guid DeliveryId, int Attempt, AcknowledgeKind Kind, DateTimeOffset At, string? PackageSha256 = null,
    string? Reason = null, FailCause? Cause = null, long? QueryNumber = null);

/// <summary>Body of an <c>acknowledge</c> message, sealed by the adapter.</summary>
/// <param name="SpoolId">Identity of the spool that speaks.</param>
/// <param name="Items">1..500 lines.</param>
public sealed record AcknowledgeBody(Guid SpoolId, IReadOnlyList<AcknowledgeItem> Items);

/// <summary>Body of a <c>cancel</c> message, sealed by the hub.</summary>
/// <param name="DeliveryId">Delivery to give back.</param>
/// <param name="Attempt">Attempt up to which it is to be given back.</param>
public sealed record CancelBody(Guid DeliveryId, int Attempt);

/// <summary>One line of a query.</summary>
/// <param name="DeliveryId">Delivery asked about.</param>
/// <param name="Attempt">Attempt published.</param>
public sealed record QueryItem(Guid DeliveryId, int Attempt);

/// <summary>Hub to receiver's adapter: a barrier behind everything published before (protocol.md 6).</summary>
/// <param name="Number">Query number, per adapter.</param>
/// <param name="Items">1..500 lines.</param>
public sealed record QueryMessage(long Number, IReadOnlyList<QueryItem> Items);

/// <summary>Current state of one delivery, whole.</summary>
/// <param name="DeliveryId">Delivery.</param>
/// <param name="SubmissionId">Submission that made it.</param>
/// <param name="DocumentId">Document.</param>
/// <param name="Receiver">Receiver as the package spelled it.</param>
/// <param name="Version">Rises with every change; an older version is ignored.</param>
/// <param name="Transport">INITIAL, PROCESSING, DONE, FAIL or VOID.</param>
/// <param name="Business">Code 01..16, or <c>null</c>.</param>
/// <param name="Since">When the last of both states began, UTC.</param>
/// <param name="Cause">Reason of a FAIL, a refusal or a void.</param>
/// <param name="Attempt">Current attempt.</param>
public sealed record DeliveryState(
    Guid DeliveryId, Guid SubmissionId, Guid DocumentId, string Receiver, long Version,
    string Transport, DateTimeOffset Since, int Attempt, string? Business = null, string? Cause = null);

/// <summary>Hub to sender's adapter: states that changed.</summary>
/// <param name="Items">1..500 lines.</param>
public sealed record StatesMessage(IReadOnlyList<DeliveryState> Items);

/// <summary>Adapter to hub, every 30 s.</summary>
/// <param name="AdapterVersion">Version of the program.</param>
/// <param name="WireVersion">Newest wire version it speaks.</param>
/// <param name="SpoolId">Its spool.</param>
/// <param name="Clock">Its clock, UTC.</param>
/// <param name="OutgoingBacklog">Packages waiting to be submitted or answered.</param>
/// <param name="IncomingBacklog">Deliveries not yet taken by the agency's system.</param>
/// <param name="DiskFreeBytes">Free bytes where the spool lies.</param>
public sealed record HeartbeatMessage(
    string AdapterVersion, int WireVersion, Guid SpoolId, DateTimeOffset Clock,
    int OutgoingBacklog, int IncomingBacklog, long DiskFreeBytes);
