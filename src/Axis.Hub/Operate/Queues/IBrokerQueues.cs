namespace Axis.Hub.Operate.Queues;

/// <summary>What the broker says of its queues now.</summary>
internal interface IBrokerQueues
{
    /// <summary>Readings of all <c>axis.</c> queues; <c>null</c> when there is no broker to ask or it does not answer.</summary>
    Task<IReadOnlyList<QueueLine>?> ReadAsync(CancellationToken cancellation);
}
