namespace Axis.Hub.Platform.Bus;

/// <summary>What the bus does with a message that ended in <c>axis.out.dead</c>. Nothing is ever deleted there unrecorded.</summary>
internal interface IDeadLetterHandler
{
    /// <summary>Records the letter; when it returns, that is durable. Throws only for the infrastructure.</summary>
    Task HandleAsync(DeadLetter letter, CancellationToken cancellation);
}

/// <summary>One message that an adapter's queue gave up.</summary>
/// <param name="AdapterCode">Adapter whose queue it lay in, or null when the broker does not tell.</param>
/// <param name="Kind">Its <see cref="Axis.Contracts.Wire.WireNames.KindHeader"/>, or null.</param>
/// <param name="Body">Exact bytes.</param>
/// <param name="Headers">JSON object of all headers, for people.</param>
/// <param name="Reason">Why the broker gave it up: rejected, expired, maxlen, delivery_limit.</param>
internal sealed record DeadLetter(string? AdapterCode, string? Kind, ReadOnlyMemory<byte> Body, string Headers, string Reason);
