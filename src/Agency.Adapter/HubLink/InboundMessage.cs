namespace Agency.Adapter.HubLink;

/// <summary>A message from the hub.</summary>
/// <param name="Kind">Kind of <see cref="Axis.Contracts.Wire.WireNames"/>; empty when the header is absent.</param>
/// <param name="Version">Wire version; 0 when the header is absent or no number.</param>
/// <param name="Body">UTF-8 JSON; valid until the handler's task has ended.</param>
/// <param name="Redelivered">The broker may have handed it out before.</param>
internal sealed record InboundMessage(string Kind, int Version, ReadOnlyMemory<byte> Body, bool Redelivered);
