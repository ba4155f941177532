using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using MassTransit;

namespace Axis.Simulator.Nation;

/// <summary>Counts what goes over the embedded bus, so that a nation can tell when nothing is on its way.</summary>
internal sealed class EmbeddedTraffic : IReceiveObserver
{
    private long under;
    private long moved;

    /// <summary>Messages put into the hub's queues so far; heartbeats, which never cease, are left out.</summary>
    public long Moved => Interlocked.Read(ref moved);

    /// <summary>True when the hub is done with everything that was put into its queues.</summary>
    public bool IsIdle => Interlocked.Read(ref under) == 0;

    /// <summary>The inlet, counted.</summary>
    public IEmbeddedInlet Count(IEmbeddedInlet inlet) => new CountedInlet(this, inlet);

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        if (IsIntake(context))
        {
            Interlocked.Decrement(ref under);
        }

        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => PostReceive(context);

    private static bool IsIntake(ReceiveContext context) =>
        context.InputAddress.Segments[^1] is WireNames.SubmitQueue or WireNames.AcknowledgeQueue or WireNames.HeartbeatQueue;

    private sealed class CountedInlet(EmbeddedTraffic traffic, IEmbeddedInlet inlet) : IEmbeddedInlet
    {
        public async Task SendAsync(string adapter, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
        {
            Interlocked.Increment(ref traffic.under);
            try
            {
                await inlet.SendAsync(adapter, key, body, cancellation);
            }
            catch
            {
                Interlocked.Decrement(ref traffic.under);
                throw;
            }

            if (key != WireNames.Heartbeat)
            {
                Interlocked.Increment(ref traffic.moved);
            }
        }
    }
}
