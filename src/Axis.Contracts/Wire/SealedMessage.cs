namespace Axis.Contracts.Wire;

/// <summary>
/// A message that is sealed once: the exact JSON bytes and the seal over them. Carries a <see cref="ReceiptsBody"/>,
/// an <see cref="AcknowledgeBody"/>, a <see cref="CancelBody"/>, a <see cref="MarkBody"/> or an <see cref="AlertsBody"/>.
/// </summary>
/// <param name="Body">UTF-8 JSON, never re-serialised.</param>
/// <param name="Seal">Detached CMS over <paramref name="Body"/>.</param>
public sealed record SealedMessage(byte[] Body, byte[] Seal);
