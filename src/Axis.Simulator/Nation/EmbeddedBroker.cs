using System.Collections.Concurrent;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;

namespace Axis.Simulator.Nation;

/// <summary>The adapters' queues of the embedded nation: what RabbitMQ is to a real one.</summary>
internal sealed class EmbeddedBroker : IAdapterQueues, IDisposable
{
    private readonly ConcurrentDictionary<string, EmbeddedQueue> queues = new(StringComparer.Ordinal);

    private long sent;

    /// <summary>Messages ever put into the queues.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Declares an adapter's queue; declaring it again changes nothing.</summary>
    public EmbeddedQueue Declare(string adapter) => queues.GetOrAdd(adapter, static _ => new EmbeddedQueue());

    /// <summary>Messages not yet taken by their adapters.</summary>
    public int Depth => queues.Values.Sum(queue => queue.Depth);

    public Task SendAsync<T>(string adapter, string kind, T message, CancellationToken cancellation) where T : class
    {
        cancellation.ThrowIfCancellationRequested();
        if (!queues.TryGetValue(adapter, out var queue))
        {
            throw new PublishRefusedException($"No queue {WireNames.OutboundQueue(adapter)} exists.");
        }

        Interlocked.Increment(ref sent);
        queue.Add(kind, WireJson.Write(message));
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var queue in queues.Values)
        {
            queue.Dispose();
        }
    }
}
