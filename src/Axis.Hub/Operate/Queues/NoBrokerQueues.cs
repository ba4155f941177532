namespace Axis.Hub.Operate.Queues;

/// <summary>The embedded nation has no broker to ask.</summary>
internal sealed class NoBrokerQueues : IBrokerQueues
{
    public Task<IReadOnlyList<QueueLine>?> ReadAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<QueueLine>?>(null);
}
