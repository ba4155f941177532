using Agency.Adapter.AgencySystem.Rest.Packages;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>What an agency answers to a recall, an update or a taking back. Say <c>agree</c> or <c>code</c>.</summary>
/// <param name="Agree">True for 15, false for 16.</param>
/// <param name="Code">15 or 16.</param>
/// <param name="Reason">Its words; required with a no.</param>
/// <param name="Staff">Who acted.</param>
internal sealed record AnswerBody(bool? Agree = null, string? Code = null, string? Reason = null, StaffBody? Staff = null);
