using Axis.Contracts.Tls;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;

namespace Axis.Hub.Operate.Queues;

/// <summary>Readings from RabbitMQ's management API. A page must not hang with the broker, so its patience is short.</summary>
internal sealed class RabbitQueues(ManagementApi management, string virtualHost, TimeProvider time) : IBrokerQueues, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static RabbitQueues Beside(HubOptions options, TimeProvider time)
    {
        var address = BrokerAddress.Parse(options.Broker);
        return new(ManagementApi.Beside(address, options.Management, ServerTrust.Load(options.BrokerRootsPath)), address.VirtualHost, time);
    }

    public async Task<IReadOnlyList<QueueLine>?> ReadAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var queues = await management.ListQueuesAsync(virtualHost, either.Token);
            return [.. queues.Where(queue => queue.Name.StartsWith("axis.", StringComparison.Ordinal))
                .Select(queue => new QueueLine(queue.Name, queue.MessagesReady, queue.MessagesUnacknowledged, queue.Consumers))];
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The broker's absence is an answer of this page; health and the logs of the bus say why.
            return null;
        }
    }

    public void Dispose() => management.Dispose();
}
