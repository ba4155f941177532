using System.Collections.Concurrent;
using Agency.Adapter.HubLink;
using Axis.Hub.Platform.Bus;
using Axis.Simulator.Nation;

namespace Axis.Journeys.HubLink;

/// <summary>The link inside one process, between the embedded queue and an inlet that only keeps.</summary>
internal sealed class InProcessRig : ILinkRig
{
    private readonly EmbeddedQueue queue = new();
    private readonly KeepingInlet inlet = new();
    private readonly KeepingLetters letters = new();

    public InProcessRig() => Link = new InProcessHubLink("LINK.01", queue, inlet, letters);

    public IHubLink Link { get; }

    public Task<IReadOnlyList<byte[]>> TakeArrivedAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<byte[]>>(inlet.Take());

    public Task SendAsync(string kind, byte[] body, CancellationToken cancellation)
    {
        queue.Add(kind, body);
        return Task.CompletedTask;
    }

    public Task RefuseAsync(CancellationToken cancellation) => Task.FromResult(inlet.IsRefusing = true);

    public Task AcceptAsync(CancellationToken cancellation) => Task.FromResult(inlet.IsRefusing = false);

    public Task<int> CountDeadAsync(CancellationToken cancellation) => Task.FromResult(letters.Count);

    public ValueTask DisposeAsync()
    {
        queue.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class KeepingInlet : IEmbeddedInlet
    {
        private readonly ConcurrentQueue<byte[]> arrived = new();

        public bool IsRefusing { get; set; }

        public Task SendAsync(string adapter, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
        {
            if (IsRefusing)
            {
                throw new PublishRefusedException("no queue");
            }

            arrived.Enqueue(body.ToArray());
            return Task.CompletedTask;
        }

        public List<byte[]> Take()
        {
            var taken = new List<byte[]>();
            while (arrived.TryDequeue(out var body))
            {
                taken.Add(body);
            }

            return taken;
        }
    }

    private sealed class KeepingLetters : IDeadLetterHandler
    {
        private int count;

        public int Count => count;

        public Task HandleAsync(DeadLetter letter, CancellationToken cancellation)
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }
    }
}
