namespace Agency.Adapter.HubLink;

/// <summary>
/// Port: the adapter's way to the broker (protocol.md 2). One contract suite runs on every implementation.
/// </summary>
internal interface IHubLink
{
    /// <summary>Whether the broker is reached now.</summary>
    LinkState State { get; }

    /// <summary>Why the broker is not reached, where a code says it; <c>null</c> while connected, and for reasons without a code.</summary>
    LinkFault? Fault { get; }

    /// <summary>Raised after <see cref="State"/> has changed; the handler must return at once.</summary>
    event Action<LinkState>? StateChanged;

    /// <summary>
    /// Publishes persistently to the adapter's inbound exchange. <see cref="PublishOutcome.Confirmed"/> is returned only when the
    /// broker has put the message into a queue and said so; every other outcome may still have got through, so the caller repeats
    /// under the same id. Never throws for the outside's faults; safe for concurrent use.
    /// </summary>
    /// <param name="key">Kind and routing key: <c>submit</c>, <c>acknowledge</c> or <c>heartbeat</c>.</param>
    /// <param name="body">UTF-8 JSON of the wire; must not change until the call ends.</param>
    /// <param name="cancellation">Gives the wait up.</param>
    Task<PublishOutcome> PublishAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellation);

    /// <summary>
    /// Hands the messages of the adapter's outbound queue to <paramref name="handle"/> until cancelled, reconnecting by itself.
    /// Calls begin in queue order; a call may begin before an earlier one has ended, so the handler puts its work in order before
    /// its first await. The broker is told after the call has ended: taken when it returned, dead-lettered when it threw
    /// <see cref="MessageRejectedException"/>, and delivered again, marked <see cref="InboundMessage.Redelivered"/>, when it threw
    /// anything else or the link was lost. Run once at a time.
    /// </summary>
    Task RunAsync(Func<InboundMessage, CancellationToken, Task> handle, CancellationToken cancellation);
}
