namespace Axis.Contracts.Wire;

/// <summary>Hub to sender's adapter: states that changed.</summary>
/// <param name="Items">1..500 lines.</param>
public sealed record StatesMessage(IReadOnlyList<DeliveryState> Items);

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
/// <param name="Requests">Requests of the sender about it, oldest first; <c>null</c> when there was none.</param>
/// <param name="FailedBy">Whose failure it is; of a FAIL that nobody has closed only.</param>
/// <param name="Due">When it is due to arrive, once it has arrived to be answered, UTC; <c>null</c> where nothing is expected any more.</param>
/// <param name="ClosedAt">When a FAIL was given up, by whichever side or an operator, UTC; <c>null</c> while it stands, and of everything else.</param>
public sealed record DeliveryState(
    Guid DeliveryId, Guid SubmissionId, Guid DocumentId, string Receiver, long Version,
    string Transport, DateTimeOffset Since, int Attempt, string? Business = null, string? Cause = null, IReadOnlyList<ChangeState>? Requests = null,
    FailCause? FailedBy = null, DateTimeOffset? Due = null, DateTimeOffset? ClosedAt = null);
