using Axis.Contracts.Wire;

namespace Axis.Simulator.Nation;

/// <summary>
/// One adapter's queue inside the process, with the promises of a quorum queue under single active consumer: handed out in order,
/// at least once, up to a prefetch; a message leaves only when its consumer is done with it, and comes again, marked redelivered,
/// when the consumer failed or went away.
/// </summary>
internal sealed class EmbeddedQueue : IDisposable
{
    private const int Prefetch = 50;

    private readonly Lock gate = new();
    private readonly LinkedList<EmbeddedMessage> messages = [];
    private readonly SemaphoreSlim consumer = new(1, 1);
    private int inHand;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>How many messages of one kind it holds.</summary>
    public int Count(string kind)
    {
        lock (gate)
        {
            return messages.Count(message => message.Kind == kind);
        }
    }

    public void Add(string kind, ReadOnlyMemory<byte> body)
    {
        lock (gate)
        {
            messages.AddLast(new EmbeddedMessage(kind, WireNames.Version, body));
            changed.TrySetResult();
        }
    }

    /// <summary>Removes what lies ready, as an operator's purge does; messages in a consumer's hands stay.</summary>
    public int Purge()
    {
        lock (gate)
        {
            var ready = messages.Where(message => !message.InHand).ToList();
            ready.ForEach(message => messages.Remove(message));
            return ready.Count;
        }
    }

    /// <summary>
    /// Hands messages to <paramref name="handle"/> until cancelled; calls begin in order and may overlap. The handler answers whether the
    /// message is done with (true) or must come again (false).
    /// </summary>
    public async Task ConsumeAsync(Func<EmbeddedMessage, Task<bool>> handle, CancellationToken cancellation)
    {
        await consumer.WaitAsync(cancellation);
        var running = new List<Task>();
        try
        {
            while (true)
            {
                var message = await NextAsync(cancellation);
                running.RemoveAll(task => task.IsCompleted);
                running.Add(HandAsync(message, handle));
            }
        }
        finally
        {
            await Task.WhenAll(running);
            consumer.Release();
        }
    }

    public void Dispose() => consumer.Dispose();

    private async Task HandAsync(EmbeddedMessage message, Func<EmbeddedMessage, Task<bool>> handle)
    {
        var done = false;
        try
        {
            done = await handle(message);
        }
        finally
        {
            lock (gate)
            {
                message.InHand = false;
                inHand--;
                if (done)
                {
                    messages.Remove(message);
                }

                changed.TrySetResult();
            }
        }
    }

    private async Task<EmbeddedMessage> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                // Messages in hand are among the first of the list, so the look for the next one is short however long the queue.
                if (inHand < Prefetch && messages.FirstOrDefault(message => !message.InHand) is { } next)
                {
                    inHand++;
                    next.InHand = true;
                    next.Deliveries++;
                    return next;
                }

                changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                wait = changed.Task;
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

    /// <summary>True while a consumer has it.</summary>
    public bool InHand { get; set; }
}
