using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Marks;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Incoming;

/// <summary>A delivery as an agency's system may see it.</summary>
/// <param name="DeliveryId">Id for ever: fold by it.</param>
/// <param name="Cursor">Sequence number; rises in the order in which deliveries became available.</param>
/// <param name="DocumentId">The hub's id of the document.</param>
/// <param name="Kind"><c>edoc</c> or <c>status</c>.</param>
/// <param name="Receiver">Receiver as the hub named it.</param>
/// <param name="Priority">0 to 4.</param>
/// <param name="State">Where it stands here.</param>
/// <param name="Taken">Bytes were handed out.</param>
/// <param name="PackageSha256">Lower-case hex of the package.</param>
/// <param name="PackageLength">Its length.</param>
/// <param name="Metadata">What the package says of itself.</param>
/// <param name="Findings">What the hub's door found.</param>
/// <param name="Trace">The hub's hop.</param>
/// <param name="ReceivedAt">When it was spooled.</param>
/// <param name="TargetDeliveryId">Of a status: the delivery it answers, when its sender's adapter could tell.</param>
/// <param name="Destroyed">Why its bytes were destroyed, told of one delivery that is asked for; <c>null</c> when they were not.</param>
/// <param name="Asks">What it asks of documents here, when it is a 13, a recall, an update or a replacement.</param>
/// <param name="Requests">What is asked of it, oldest first; told of one delivery that is asked for.</param>
internal sealed record InboxItem(
    Guid DeliveryId, long Cursor, Guid DocumentId, string Kind, string Receiver, int Priority, DeliveryPhase State, bool Taken,
    string PackageSha256, long PackageLength, PackageMetadata Metadata, IReadOnlyList<Finding> Findings, TraceEntry Trace,
    DateTimeOffset ReceivedAt, Guid? TargetDeliveryId = null, Marking? Destroyed = null, Request? Asks = null, IReadOnlyList<Request>? Requests = null);
