namespace Axis.Hub.Platform.Bus;

/// <summary>What the bus does with a message of a hub queue that no stage could take. Nothing leaves a dead letter queue unrecorded.</summary>
internal interface IRefusedMessageHandler
{
    /// <summary>Records it; when it returns, that is durable. Throws only for the infrastructure.</summary>
    Task HandleAsync(RefusedMessage message, CancellationToken cancellation);
}

/// <summary>One message of a hub queue that ended in its dead letters.</summary>
/// <param name="Queue">Hub queue it was in.</param>
/// <param name="AdapterCode">Adapter that sent it, as the hub recorded it when it moved the message; null when the broker moved it, for then every header may be its sender's invention.</param>
/// <param name="Malformed">True when it was refused before any stage saw it.</param>
/// <param name="Body">Exact bytes.</param>
/// <param name="Headers">JSON object of all headers, for people.</param>
/// <param name="Reason">Coded reason of the hub, or the broker's word.</param>
internal sealed record RefusedMessage(
    string Queue, string? AdapterCode, bool Malformed, ReadOnlyMemory<byte> Body, string Headers, string Reason);
