namespace Axis.Hub.Operate.Trace;

/// <summary>One request of a sender about a delivery (domain.md 2.3). Times are UTC.</summary>
/// <param name="CarrierId">Delivery that brings it to the receiver.</param>
/// <param name="TargetId">Delivery that it is about.</param>
/// <param name="Command">TakeBack, Recall, Update, Drop or Replace.</param>
/// <param name="Status">Requested, Delivered, Agreed, Refused, Overdue or Lapsed.</param>
/// <param name="Waits">True while its carrier is held back.</param>
/// <param name="Since">When the status began.</param>
/// <param name="DueAt">When the answer is due; absent until the receiver has it.</param>
/// <param name="Provisional">True when that may still move with the calendar.</param>
/// <param name="Code">Status code of the answer, raw.</param>
/// <param name="Answer">The receiver's words.</param>
public sealed record RequestView(
    Guid CarrierId, Guid TargetId, string Command, string Status, bool Waits, string Reason, DateTimeOffset OpenedAt, DateTimeOffset Since, DateTimeOffset? DueAt,
    bool Provisional, string? Code, string? Answer);
