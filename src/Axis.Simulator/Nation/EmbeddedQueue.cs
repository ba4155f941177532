using Axis.Contracts.Wire;

namespace Axis.Simulator.Nation;

/// <summary>
/// One adapter's queue inside the process, with the promises of a quorum queue under single active consumer: order, at least once,
/// a message leaves only when its consumer is done with it, and comes again marked redelivered when the consumer went away.
/// </summary>
internal sealed class EmbeddedQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly LinkedList<EmbeddedMessage> messages = [];
    private readonly SemaphoreSlim consumer = new(1, 1);
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Depth
    {
        get
        {
            lock (gate)
            {
                return messages.Count;
            }
        }
    }

    public void Add(string kind, ReadOnlyMemory<byte> body)
    {
        lock (gate)
        {
            messages.AddLast(new EmbeddedMessage(kind, WireNames.Version, body));
            arrived.TrySetResult();
        }
    }

    /// <summary>Removes everything, as an operator's purge does.</summary>
    public int Purge()
    {
        lock (gate)
        {
            var count = messages.Count;
            messages.Clear();
            return count;
        }
    }

    /// <summary>Hands messages to <paramref name="handle"/> one by one until cancelled. A message whose handler throws stays first in line.</summary>
    public async Task ConsumeAsync(Func<EmbeddedMessage, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        await consumer.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var message = await HeadAsync(cancellation);
                message.Deliveries++;
                await handle(message, cancellation);
                lock (gate)
                {
                    // Not simply the first: a purge may have emptied the queue meanwhile.
                    messages.Remove(message);
                }
            }
        }
        finally
        {
            consumer.Release();
        }
    }

    public void Dispose() => consumer.Dispose();

    private async Task<EmbeddedMessage> HeadAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (messages.First is { } first)
                {
                    return first.Value;
                }

                arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = arrived.Task;
            }

            await wait.WaitAsync(cancellation);
        }
    }
}

/// <summary>A message in an embedded queue.</summary>
internal sealed class EmbeddedMessage(string kind, int version, ReadOnlyMemory<byte> body)
{
    public string Kind => kind;

    public int Version => version;

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>How often it was handed out; more than once means redelivered.</summary>
    public int Deliveries { get; set; }
}
