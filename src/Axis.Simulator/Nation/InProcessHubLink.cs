using Agency.Adapter.HubLink;
using Axis.Hub.Platform.Bus;

namespace Axis.Simulator.Nation;

/// <summary>
/// The adapter's way to a hub in the same process. What the exchange is on RabbitMQ, the adapter code given here is:
/// the only place where the sender's identity is set (protocol.md 2).
/// </summary>
internal sealed class InProcessHubLink(string adapter, EmbeddedQueue queue, IEmbeddedInlet inlet, IDeadLetterHandler deadLetters) : IHubLink
{
    private LinkState state;

    public LinkFault? Fault => null;

    public event Action<LinkState>? StateChanged;

    public LinkState State
    {
        get => state;
        private set
        {
            if (state != value)
            {
                state = value;
                StateChanged?.Invoke(value);
            }
        }
    }

    public async Task<PublishOutcome> PublishAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        try
        {
            // The caller may use its buffer again when this returns; the bus reads it later.
            await inlet.SendAsync(adapter, key, body.ToArray(), cancellation);
            return PublishOutcome.Confirmed.Instance;
        }
        catch (PublishRefusedException refused)
        {
            return new PublishOutcome.Refused(refused.Message);
        }
        catch (Exception lost) when (!cancellation.IsCancellationRequested)
        {
            // The hub's bus is starting or stopping: what a broker that is away is to a real adapter.
            return new PublishOutcome.Unavailable(lost.Message);
        }
    }

    public async Task RunAsync(Func<InboundMessage, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        State = LinkState.Connected;
        try
        {
            await queue.ConsumeAsync(message => HandleAsync(message, handle, cancellation), cancellation);
        }
        finally
        {
            State = LinkState.Disconnected;
        }
    }

    private async Task<bool> HandleAsync(EmbeddedMessage message, Func<InboundMessage, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        try
        {
            await handle(new InboundMessage(message.Kind, message.Version, message.Body, message.Deliveries > 1), cancellation);
            return true;
        }
        catch (MessageRejectedException rejected)
        {
            await deadLetters.HandleAsync(new DeadLetter(adapter, message.Kind, message.Body, "{}", rejected.Message), cancellation);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // As a broker does when the consumer says no: the message comes again.
            return false;
        }
    }
}
