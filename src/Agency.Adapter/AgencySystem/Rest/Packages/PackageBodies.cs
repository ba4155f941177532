using Axis.Contracts.Errors;
using Axis.Contracts.Why;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>Answer to a hand-over.</summary>
/// <param name="SubmissionId">Its id for ever.</param>
/// <param name="State">Where it stands: <c>waiting</c> at first.</param>
/// <param name="Repeated">It was handed over before; nothing new was made.</param>
/// <param name="Findings">Warnings.</param>
internal sealed record HandedOverBody(Guid SubmissionId, PackageState State, bool Repeated, IReadOnlyList<Finding> Findings);

/// <summary>Where a submission stands.</summary>
internal enum PackageState
{
    /// <summary>Safe in the adapter's spool; not yet at the broker.</summary>
    Waiting,

    /// <summary>At the broker; the hub has not answered yet.</summary>
    Submitted,

    /// <summary>The hub accepted it.</summary>
    Accepted,

    /// <summary>The hub refused it; hand it over again once the cause is mended.</summary>
    Refused,

    /// <summary>The hub knows its id with other bytes.</summary>
    Conflict,
}

/// <summary>A submission and what became of it.</summary>
/// <param name="SubmissionId">Id.</param>
/// <param name="Kind"><c>edoc</c> or <c>status</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Cursor">Position in the order of hand-over.</param>
/// <param name="PackageSha256">Lower-case hex of the bytes.</param>
/// <param name="PackageLength">Their length.</param>
/// <param name="SubmittedAt">When it was safe here, UTC.</param>
/// <param name="CheckedBy">Clerk who checked it, if named; sealed with the package.</param>
/// <param name="WaitsFor">What is in its way, if anything.</param>
/// <param name="Receipt">The hub's answer, once it is there.</param>
/// <param name="Findings">Everything that was found here and at the hub.</param>
/// <param name="Receivers">One line per receiver, once the hub has answered.</param>
/// <param name="Frozen">Something of it was recalled or taken back: for those receivers its bytes are kept as they are and never sent again. The first of them, see the receivers.</param>
/// <param name="AsOf">The states are known to be current up to this time; the hub's last sign of life, normally less than a minute ago; it stays behind while the hub or the broker is away.</param>
internal sealed record PackageBody(
    Guid SubmissionId, string Kind, PackageState State, long Cursor, string PackageSha256, long PackageLength,
    DateTimeOffset SubmittedAt, CheckerBody? CheckedBy, string? WaitsFor, ReceiptBody? Receipt, IReadOnlyList<Finding> Findings,
    IReadOnlyList<ReceiverBody> Receivers, MarkedBody? Frozen, DateTimeOffset AsOf);

/// <summary>The clerk who checked a document before it was sent, in its sender's sealed word.</summary>
/// <param name="Name">Name.</param>
/// <param name="Position">Position.</param>
/// <param name="At">When it was handed over under this name, UTC.</param>
internal sealed record CheckerBody(string Name, string? Position, DateTimeOffset At)
{
    public static CheckerBody? Of(Axis.Contracts.Sealing.Checker? checker) => checker is null ? null : new(checker.Name, checker.Position, checker.At);
}

/// <summary>The hub's answer.</summary>
/// <param name="Outcome">What it decided.</param>
/// <param name="DocumentId">The document made.</param>
/// <param name="DecidedAt">When, UTC.</param>
/// <param name="PackageSha256">Of the bytes it judged.</param>
internal sealed record ReceiptBody(ReceiptOutcome Outcome, Guid? DocumentId, DateTimeOffset DecidedAt, string PackageSha256);

/// <summary>One receiver of a submission.</summary>
/// <param name="Receiver">As the package spells it.</param>
/// <param name="Outcome">What the hub made of it.</param>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Transport">INITIAL, PROCESSING, DONE, FAIL or VOID.</param>
/// <param name="Business">National status 01 to 16.</param>
/// <param name="Since">Start of the present state, UTC.</param>
/// <param name="Cause">Reason of a failure, a refusal or a void.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="Attempt">Current attempt.</param>
/// <param name="Finding">Why the hub did not make a delivery.</param>
/// <param name="Frozen">Recalled or taken back from this receiver.</param>
/// <param name="Requests">What was asked about it by a recall, an update, a replacement or a taking back, and its answer, oldest first.</param>
/// <param name="Why">Who has to act, why, and what comes next, as far as the hub has told; absent where nobody has to. <c>GET /v1/items</c> knows more: how it stands on its way now.</param>
/// <param name="History">Every state that was told, oldest first; absent in lists.</param>
internal sealed record ReceiverBody(
    string Receiver, ReceiverOutcome Outcome, Guid? DeliveryId, string? Transport, string? Business, DateTimeOffset? Since,
    string? Cause, long? Version, int? Attempt, Finding? Finding, MarkedBody? Frozen, IReadOnlyList<RequestBody>? Requests,
    WhyStuck? Why, IReadOnlyList<StateBody>? History);

/// <summary>A request about a delivery, as far as it has come.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="State">REQUESTED, DELIVERED, AGREED, REFUSED, OVERDUE or LAPSED.</param>
/// <param name="Code">National status that answered, verbatim.</param>
/// <param name="Reason">The sender's reason.</param>
/// <param name="Answer">The receiver's words.</param>
/// <param name="Since">Start of the present state, UTC.</param>
/// <param name="Due">When the answer is due, UTC.</param>
/// <param name="SubmissionId">Submission that carries the request.</param>
/// <param name="CarrierId">Its delivery to this receiver; after an update or a replacement the newer version.</param>
internal sealed record RequestBody(
    ChangeCommand Command, string State, string? Code, string Reason, string? Answer, DateTimeOffset Since, DateTimeOffset? Due, Guid SubmissionId, Guid CarrierId);

/// <summary>One state of a delivery.</summary>
/// <param name="Version">Rises with every change.</param>
/// <param name="Transport">INITIAL, PROCESSING, DONE, FAIL or VOID.</param>
/// <param name="Business">National status 01 to 16.</param>
/// <param name="Since">When it began, UTC.</param>
/// <param name="Cause">Reason.</param>
/// <param name="Attempt">Attempt.</param>
internal sealed record StateBody(long Version, string Transport, string? Business, DateTimeOffset Since, string? Cause, int Attempt);

/// <summary>A page of submissions.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Next">Cursor for the next page; absent when this one is empty.</param>
internal sealed record PackagePage(IReadOnlyList<PackageBody> Items, long? Next);

/// <summary>Why an unfinished submission is closed.</summary>
/// <param name="Reason">Required.</param>
internal sealed record CloseBody(string? Reason = null);
