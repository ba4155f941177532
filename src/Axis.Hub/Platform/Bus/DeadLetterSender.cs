using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>Moves one message of a batch to the dead letters of its queue while the others go on.</summary>
internal sealed class DeadLetterSender(IBus bus)
{
    /// <summary>Completes when the broker has confirmed the copy.</summary>
    public async Task SendAsync(ReceiveContext message, string reason, CancellationToken cancellation)
    {
        var queue = QueueName.Of(message);
        var endpoint = await bus.GetSendEndpoint(new Uri("exchange:" + WireNames.DeadQueue(queue)));
        await endpoint.Send(new WireBody(message.GetBody()), send =>
        {
            foreach (var header in MessageHeader.All(message).Where(header => header.Value is string))
            {
                send.Headers.Set(header.Key, header.Value);
            }

            send.Headers.Set(Origin.MovedHeader, Origin.AdapterOf(message));
            send.Headers.Set(Origin.ReasonHeader, reason);
            if (send.TryGetPayload<RabbitMqSendContext>(out var rabbit))
            {
                rabbit.Mandatory = true;
            }
        }, cancellation);
    }
}
