using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>Keeps a message that came back again and again out of other messages' batches: it may be the one that kills the process (protocol.md 6).</summary>
internal static class LoneMessage
{
    /// <summary>Deliveries from which on a message is handled alone.</summary>
    public const int From = 3;

    /// <summary>A group of its own for such a message, none (the common batch) for all others.</summary>
    public static ulong? Key(ConsumeContext message) =>
        Origin.DeliveryCount(message.ReceiveContext) >= From && message.ReceiveContext.TryGetPayload<RabbitMqBasicConsumeContext>(out var rabbit)
            ? rabbit.DeliveryTag
            : null;
}
