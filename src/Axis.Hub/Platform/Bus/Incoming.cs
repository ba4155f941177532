namespace Axis.Hub.Platform.Bus;

/// <summary>A message from an adapter as the hub's stages see it, whatever the transport.</summary>
/// <param name="Adapter">Code of the adapter whose exchange it arrived on: the sender's identity (protocol.md 2), never a field of the body.</param>
/// <param name="Message">The message.</param>
/// <param name="DeliveryCount">How often the broker has delivered it before; from 3 on it is handled alone (protocol.md 6).</param>
internal sealed record Incoming<T>(string Adapter, T Message, int DeliveryCount) where T : class;
