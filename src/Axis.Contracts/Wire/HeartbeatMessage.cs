namespace Axis.Contracts.Wire;

/// <summary>Adapter to hub, every 30 s.</summary>
/// <param name="AdapterVersion">Version of the program.</param>
/// <param name="WireVersion">Newest wire version it speaks.</param>
/// <param name="SpoolId">Its spool.</param>
/// <param name="Clock">Its clock, UTC.</param>
/// <param name="OutgoingBacklog">Packages waiting to be submitted or answered.</param>
/// <param name="IncomingBacklog">Deliveries not yet taken by the agency's system.</param>
/// <param name="DiskFreeBytes">Free bytes where the spool lies.</param>
/// <param name="DiskTotalBytes">What is used and what is free there, bytes, as <c>df</c> counts it; <c>null</c>: from an adapter that does not say.</param>
/// <param name="Takes">Kinds of messages that it takes beside those of every adapter, such as <c>alerts</c>; <c>null</c>: none. It is sent no others.</param>
public sealed record HeartbeatMessage(
    string AdapterVersion, int WireVersion, Guid SpoolId, DateTimeOffset Clock,
    int OutgoingBacklog, int IncomingBacklog, long DiskFreeBytes, long? DiskTotalBytes = null, IReadOnlyList<string>? Takes = null);
