using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>What is asked of a document that was sent.</summary>
/// <param name="Reason">Why; required, the receivers read it.</param>
/// <param name="Receivers">Receivers it is asked of, by code; absent: all at whom the document stands.</param>
/// <param name="Staff">Who acted.</param>
/// <param name="Add">Codes of receivers that an update adds.</param>
/// <param name="Drop">Codes of receivers that an update drops.</param>
internal sealed record ChangeBody(
    string? Reason = null, IReadOnlyList<string>? Receivers = null, StaffBody? Staff = null, IReadOnlyList<string>? Add = null, IReadOnlyList<string>? Drop = null);

/// <summary>The statuses 13 that ask a document back.</summary>
/// <param name="Items">One for each receiver asked.</param>
internal sealed record TakeBacksBody(IReadOnlyList<TakeBackBody> Items);

/// <summary>The 13 to one receiver.</summary>
/// <param name="Receiver">The receiver, as the document's package spells it.</param>
/// <param name="DeliveryId">The delivery that is asked back.</param>
/// <param name="SubmissionId">The submission that asks; absent when it was refused here.</param>
/// <param name="State">Where it stands: <c>waiting</c> at first.</param>
/// <param name="Repeated">It was handed over before; nothing new was made.</param>
/// <param name="Findings">Warnings, or why it was refused.</param>
internal sealed record TakeBackBody(
    string Receiver, Guid DeliveryId, Guid? SubmissionId, PackageState? State, bool Repeated, IReadOnlyList<Finding> Findings);
