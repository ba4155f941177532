namespace Axis.Hub.Platform.Bus;

/// <summary>Message bytes as they travel, for the places where the bus moves them without reading them.</summary>
// Public because MassTransit gives temporary names to types that are not.
public sealed record WireBody(byte[] Bytes);
