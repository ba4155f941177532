namespace Axis.Simulator.Clerks;

/// <summary>The adapter's answer to a hand-over.</summary>
/// <param name="Repeated">It was handed over before; nothing new was made.</param>
internal sealed record HandedOver(Guid SubmissionId, bool Repeated);

/// <summary>A sent package as the adapter tells it.</summary>
/// <param name="Receipt">The hub's answer, once it is there.</param>
/// <param name="WaitsFor">What is in its way, if anything.</param>
/// <param name="AsOf">Up to when its states are known to be current.</param>
/// <param name="Findings">What was found of it.</param>
internal sealed record SentPackage(
    Guid SubmissionId, string State, string PackageSha256, IReadOnlyList<SentPackageReceiver> Receivers, SentPackageReceipt? Receipt = null,
    string? WaitsFor = null, DateTimeOffset AsOf = default, IReadOnlyList<DoorFinding>? Findings = null);

/// <summary>The hub's answer to it.</summary>
internal sealed record SentPackageReceipt(string Outcome, DateTimeOffset DecidedAt, Guid? DocumentId = null);

/// <summary>One receiver of it.</summary>
/// <param name="Finding">Why there is no delivery of its own, or what else is to be known of it.</param>
internal sealed record SentPackageReceiver(string Receiver, string Outcome, Guid? DeliveryId = null, string? Transport = null, string? Business = null, string? Cause = null,
    int? Attempt = null, IReadOnlyList<SentPackageRequest>? Requests = null, SentPackageMark? Frozen = null, DoorFinding? Finding = null);

/// <summary>What was asked about a delivery, and how far it has come.</summary>
/// <param name="State">REQUESTED, DELIVERED, AGREED, REFUSED, OVERDUE or LAPSED.</param>
/// <param name="Code">National status that answered.</param>
/// <param name="CarrierId">Delivery that brings the request to the receiver.</param>
/// <param name="Due">When its answer is due, once the receiver has it.</param>
internal sealed record SentPackageRequest(
    string Command, string State, string Reason, Guid SubmissionId, Guid CarrierId, string? Code = null, string? Answer = null, DateTimeOffset? Due = null);

/// <summary>Why a document is frozen, or destroyed.</summary>
internal sealed record SentPackageMark(string Command, string Reason);

/// <summary>The statuses that ask a document back.</summary>
internal sealed record AskedBackList(IReadOnlyList<AskedBack> Items);

/// <summary>One of them.</summary>
/// <param name="SubmissionId">The submission that asks; null when it was refused.</param>
internal sealed record AskedBack(string Receiver, Guid DeliveryId, Guid? SubmissionId, bool Repeated);

/// <summary>A page of the inbox.</summary>
internal sealed record InboxPage(IReadOnlyList<InboxItem> Items, long? Next = null);

/// <summary>One delivery in the inbox.</summary>
/// <param name="TargetDeliveryId">The delivery that a status answers.</param>
internal sealed record InboxItem(
    Guid DeliveryId, string Kind, string PackageSha256, int Priority, string? StatusCode = null, Guid? TargetDeliveryId = null, long Cursor = 0);

/// <summary>What a delivery says of itself.</summary>
internal sealed record InboxDetail(string Sender, string? DocumentCode, string? Subject, int Priority, IReadOnlyList<InboxAttachment> Attachments, Guid? SupersededBy = null);

/// <summary>A file of a delivery.</summary>
internal sealed record InboxAttachment(int Number, string Name);

/// <summary>What the door says of a package.</summary>
internal sealed record DoorAnswer(bool Passed, IReadOnlyList<DoorRule> Results)
{
    public DoorRule this[string rule] => Results.Single(result => result.Rule == rule);
}

/// <summary>What one rule came to.</summary>
/// <param name="State">PASSED, WARNED, FAILED or NOT_CHECKED.</param>
internal sealed record DoorRule(string Rule, string State, IReadOnlyList<DoorFinding> Findings);

/// <summary>What was found, by its code in the catalogue.</summary>
internal sealed record DoorFinding(string Code, string English = "");

/// <summary>Receivers found.</summary>
internal sealed record AgencyPage(IReadOnlyList<FoundAgency> Items);

/// <summary>A receiver found.</summary>
internal sealed record FoundAgency(string Code, string Name);

/// <summary>Why a document is updated or replaced, and for whom.</summary>
/// <param name="Receivers">Those of whom it is asked; null: all at whom it stands.</param>
/// <param name="Add">Receivers that an update adds.</param>
/// <param name="Drop">Receivers that an update drops.</param>
internal sealed record ChangeWords(string Reason, IReadOnlyList<string>? Receivers = null, IReadOnlyList<string>? Add = null, IReadOnlyList<string>? Drop = null);

/// <summary>A file of a new version.</summary>
internal sealed record ChangeFile(string Name, byte[] Content);
