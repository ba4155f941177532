using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Spool;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>What a delivery asks of documents that came before it.</summary>
/// <param name="Command">What is asked: takeBack, recall, update, drop (an update that drops this receiver) or replace.</param>
/// <param name="Reason">The sender's reason.</param>
/// <param name="About">The deliveries here that it speaks of; may be empty where none of them came here.</param>
/// <param name="Open">It waits for its answer: <c>/v1/inbox/{id}/answer</c>. A replacement asks for none.</param>
/// <param name="Answered">15 or 16, once it was answered.</param>
internal sealed record AsksBody(ChangeCommand Command, string? Reason, IReadOnlyList<Guid> About, bool Open, string? Answered)
{
    public static AsksBody? Of(Request? request) =>
        request is null ? null : new(request.Command, request.Metadata.ChangeReason, request.About, request.IsOpen, request.Answered);
}

/// <summary>What was asked of a document.</summary>
/// <param name="Command">What is asked: takeBack, recall, update, drop (an update that drops this receiver) or replace.</param>
/// <param name="Reason">The sender's reason.</param>
/// <param name="DeliveryId">The delivery that brought it.</param>
/// <param name="ReceivedAt">When the adapter had it, UTC.</param>
/// <param name="Open">It waits for its answer.</param>
/// <param name="Answered">15 or 16, once it was answered.</param>
internal sealed record AskedBody(ChangeCommand Command, string? Reason, Guid DeliveryId, DateTimeOffset ReceivedAt, bool Open, string? Answered)
{
    public static AskedBody Of(Request request) => new(
        request.Command, request.Metadata.ChangeReason, request.Carrier.Id, request.Carrier.ReceivedAt.Time().ToUniversalTime(), request.IsOpen, request.Answered);
}
