using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>Who a message is from (protocol.md 2).</summary>
internal static class Origin
{
    /// <summary>
    /// Transport header by which the in-process link names its adapter. Read only where no exchange exists, that is on the
    /// in-memory transport, which only code of this process can reach.
    /// </summary>
    public const string EmbeddedHeader = "axis-adapter";

    /// <summary>Header that the hub writes beside a message it moves to its dead letters; whatever a client wrote there is overwritten.</summary>
    public const string MovedHeader = "axis-origin";

    /// <summary>Header with the reason of the move.</summary>
    public const string ReasonHeader = "axis-reason";

    /// <summary>In which a quorum queue counts how often it has handed a message over before.</summary>
    public const string DeliveryCountHeader = "x-delivery-count";

    /// <summary>The same of RabbitMQ 4.3 on, of every hand-over.</summary>
    public const string AcquiredCountHeader = "x-acquired-count";

    /// <summary>Code of the sending adapter, or null when the message came another way.</summary>
    public static string? AdapterOf(ReceiveContext context) => context.TryGetPayload<RabbitMqBasicConsumeContext>(out var rabbit)
        ? WireNames.AdapterOfInbound(rabbit.Exchange)
        : context.TransportHeaders.Get<string>(EmbeddedHeader);

    /// <summary>How often the broker has delivered the message before; counted by quorum queues only.</summary>
    public static int DeliveryCount(ReceiveContext context) =>
        context.TryGetPayload<RabbitMqBasicConsumeContext>(out var rabbit) && rabbit.Properties.Headers is { } headers && headers.TryGetValue(DeliveryCountHeader, out var count)
            ? count switch
            {
                long number => (int)Math.Min(number, int.MaxValue),
                int number => number,
                _ => 0,
            }
            : 0;
}
