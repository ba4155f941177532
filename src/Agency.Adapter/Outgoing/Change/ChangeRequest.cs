using Axis.Contracts.Edxml;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>What an agency asks of a document that it has sent.</summary>
/// <param name="Agency">Configured code of the agency.</param>
/// <param name="Sent">The submission that sent the document.</param>
/// <param name="Reason">Why; the receivers read it.</param>
/// <param name="Receivers">Receivers it is asked of, by code; <c>null</c>: all at whom the document stands.</param>
/// <param name="Staff">Who acted, or <c>null</c>.</param>
/// <param name="IdempotencyKey">Key chosen by the agency's system; <c>null</c> derives one from what is asked.</param>
/// <param name="Checker">Who checked it before sending, or <c>null</c>.</param>
internal sealed record ChangeRequest(
    string Agency, SubmissionView Sent, string? Reason, IReadOnlyList<string>? Receivers = null, StaffInfo? Staff = null, string? IdempotencyKey = null,
    NamedChecker? Checker = null);
