using Axis.Contracts.Errors;

namespace Axis.Contracts.Wire;

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

/// <summary>One receiver's line on a receipt.</summary>
/// <param name="Code">The receiver as the package spells it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="DeliveryId">The delivery made or standing, or <c>null</c>.</param>
/// <param name="Finding">Why, where there is something to say.</param>
public sealed record ReceiptReceiver(string Code, ReceiverOutcome Outcome, Guid? DeliveryId = null, Finding? Finding = null);

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

/// <summary>Body of a <c>receipts</c> message, sealed by the hub.</summary>
/// <param name="Items">1..500 receipts.</param>
public sealed record ReceiptsBody(IReadOnlyList<Receipt> Items);
