namespace Axis.Hub.Platform.Bus;

/// <summary>The way into the hub's queues inside one process: what an adapter's exchange is on a real broker.</summary>
internal interface IEmbeddedInlet
{
    /// <summary>Puts one message into the queue of its key; completes when the queue has it.</summary>
    /// <param name="adapter">The link's own adapter, its identity.</param>
    /// <param name="key"><c>submit</c>, <c>acknowledge</c> or <c>heartbeat</c>.</param>
    /// <param name="body">UTF-8 JSON of the message.</param>
    Task SendAsync(string adapter, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation);
}
