using Axis.Contracts.Errors;

namespace Axis.Contracts.Wire;

/// <summary>Hub to receiver's adapter: one delivery.</summary>
/// <param name="DeliveryId">Delivery, a GUID for ever.</param>
/// <param name="DocumentId">Document it carries.</param>
/// <param name="Attempt">Publication number, from 1.</param>
/// <param name="Kind"><c>edoc</c> or <c>status</c>.</param>
/// <param name="Receiver">The receiving agency's current code.</param>
/// <param name="Priority">0 to 4 (domain.md 1.1).</param>
/// <param name="Manifest">Exact sealed manifest bytes of the sender.</param>
/// <param name="Seal">The sender's seal.</param>
/// <param name="Package">The edXML bytes, or <c>null</c>.</param>
/// <param name="Content">Where to fetch them, or <c>null</c>.</param>
/// <param name="About">Of a 13, a recall, an update or a replacement: the receiver's deliveries that it speaks of; <c>null</c> for everything else.</param>
/// <param name="Findings">What the hub's door found.</param>
/// <param name="Trace">The hub's hop.</param>
public sealed record DeliverMessage(
    Guid DeliveryId, Guid DocumentId, int Attempt, string Kind, string Receiver, int Priority,
    byte[] Manifest, byte[] Seal, IReadOnlyList<Finding> Findings, TraceEntry Trace,
    byte[]? Package = null, ContentReference? Content = null, IReadOnlyList<Guid>? About = null);

/// <summary>The hub's own entry in the trace, beside the package and never inside it.</summary>
/// <param name="OrganId">Code of the axis.</param>
/// <param name="Timestamp">When the hub routed the package, UTC.</param>
public sealed record TraceEntry(string OrganId, DateTimeOffset Timestamp);
