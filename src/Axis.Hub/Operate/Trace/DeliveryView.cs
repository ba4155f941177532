using Axis.Contracts.Why;

namespace Axis.Hub.Operate.Trace;

/// <summary>One delivery with its whole history: <c>GET /api/deliveries/{id}</c>. Times are UTC.</summary>
/// <param name="Transport">INITIAL, PROCESSING, DONE, FAIL or VOID.</param>
/// <param name="Business">National code, verbatim; absent before the first.</param>
/// <param name="VoidAs">Why it is void.</param>
/// <param name="Cause">Reason of a FAIL, a refusal or a void.</param>
/// <param name="Phase">Where it stands on its way out.</param>
/// <param name="NextAttemptAt">Earliest next publication; absent unless it waits.</param>
/// <param name="ProcessDue">End of work by the document's own due date; absent without one.</param>
/// <param name="Provisional">Names of the due times that may still move with the calendar: <c>arrive</c>, <c>answer</c>, <c>process</c>.</param>
/// <param name="Events">History, oldest first.</param>
/// <param name="Requests">What its sender has asked about it, oldest first.</param>
/// <param name="About">What it brings itself: requests about others.</param>
/// <param name="Why">Why it is not at rest, and who has to act; absent where nobody has.</param>
public sealed record DeliveryView(
    Guid DeliveryId, Guid DocumentId, string ReceiverCode, string ReceiverName, string AdapterCode, string Transport, string? Business,
    string? VoidAs, string? Cause, int Attempt, int Failures, string Phase, DateTimeOffset AcceptedAt, DateTimeOffset Since,
    DateTimeOffset? NextAttemptAt, DateTimeOffset? PublishedAt, DateTimeOffset? SignAt, DateTimeOffset? ArrivedAt,
    DateTimeOffset? AnsweredAt, DateTimeOffset? ArriveDue, DateTimeOffset? AnswerDue, DateTimeOffset? ProcessDue, IReadOnlyList<string> Provisional,
    Guid? TargetDeliveryId,
    IReadOnlyList<EventView> Events, IReadOnlyList<RequestView> Requests, IReadOnlyList<RequestView> About, WhyStuck? Why);

/// <summary>One entry of the history.</summary>
/// <param name="OccurredAt">The claim of whoever caused it.</param>
/// <param name="RecordedAt">The hub's clock.</param>
/// <param name="EffectiveAt">The instant that counts.</param>
/// <param name="Hash">Chains it to the entry before.</param>
public sealed record EventView(
    int Sequence, string Kind, string? TransportFrom, string? TransportTo, string? BusinessFrom, string? BusinessTo, int Attempt,
    string Source, string? Detail, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, DateTimeOffset EffectiveAt, string Hash);
