namespace Axis.Contracts.Wire;

/// <summary>What a sender asks of a delivery that it has sent (domain.md 2.3).</summary>
public enum ChangeCommand
{
    /// <summary>Status 13: give it back.</summary>
    TakeBack,

    /// <summary>BussinessDocType 1: it is cancelled.</summary>
    Recall,

    /// <summary>BussinessDocType 2: a new version stands for it.</summary>
    Update,

    /// <summary>BussinessDocType 2 that drops this receiver: handled like a recall.</summary>
    Drop,

    /// <summary>BussinessDocType 3: another document stands for it.</summary>
    Replace,
}

/// <summary>How far a request about one delivery has come (domain.md 2.3).</summary>
public enum ChangeStatus
{
    /// <summary>Accepted by the hub; the receiver does not have it yet.</summary>
    Requested,

    /// <summary>The receiver has it; its answer is due.</summary>
    Delivered,

    /// <summary>The receiver agreed, or had not got the document yet.</summary>
    Agreed,

    /// <summary>The receiver refused.</summary>
    Refused,

    /// <summary>No answer by the due time; a later one still counts.</summary>
    Overdue,

    /// <summary>Another request has ended the document first.</summary>
    Lapsed,
}

/// <summary>One request about a delivery, as its sender sees it.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="SubmissionId">Submission that carried the request.</param>
/// <param name="CarrierId">Delivery that carries the request to the receiver, and, for an update or a replacement, stands for the older one.</param>
/// <param name="Reason">The sender's reason.</param>
/// <param name="Since">When <paramref name="Status"/> began, UTC.</param>
/// <param name="Due">When an answer is due, UTC; <c>null</c> before it is delivered.</param>
/// <param name="Code">Status code of the answer, verbatim; <c>null</c> without one.</param>
/// <param name="Answer">The receiver's words.</param>
public sealed record ChangeState(
    ChangeCommand Command, ChangeStatus Status, Guid SubmissionId, Guid CarrierId, string Reason, DateTimeOffset Since,
    DateTimeOffset? Due = null, string? Code = null, string? Answer = null);
