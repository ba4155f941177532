namespace Axis.Hub.Platform.Bus;

/// <summary>The way out to the adapters' queues: one way, one retry policy (architecture.md 2).</summary>
internal interface IAdapterQueues
{
    /// <summary>
    /// Publishes to <c>axis.out.ADAPTER</c>, persistent and mandatory; completes when the broker has confirmed.
    /// </summary>
    /// <param name="adapter">Adapter code.</param>
    /// <param name="kind">Kind of <see cref="Axis.Contracts.Wire.WireNames"/>.</param>
    /// <param name="message">Message of that kind.</param>
    /// <exception cref="PublishRefusedException">Returned, rejected or not confirmed: infrastructure, the row waits (protocol.md 5).</exception>
    Task SendAsync<T>(string adapter, string kind, T message, CancellationToken cancellation) where T : class;
}

/// <summary>The broker did not take a message over.</summary>
internal sealed class PublishRefusedException(string message, Exception? inner = null) : Exception(message, inner);
