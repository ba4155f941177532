using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>
/// One dead letter queue per hub queue: what MassTransit cannot handle and what the broker gives up end in the same place,
/// declared at start rather than on the first fault.
/// </summary>
internal sealed class DeadQueueNames : IErrorQueueNameFormatter, IDeadLetterQueueNameFormatter
{
    public static DeadQueueNames Instance { get; } = new();

    public string FormatErrorQueueName(string queueName) => WireNames.DeadQueue(queueName);

    public string FormatDeadLetterQueueName(string queueName) => WireNames.DeadQueue(queueName);
}
