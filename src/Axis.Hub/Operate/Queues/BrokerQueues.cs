using Axis.Contracts.Tls;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using Polly.Timeout;

namespace Axis.Hub.Operate.Queues;

/// <summary>Asks the broker's management API.</summary>
internal sealed class BrokerQueues(HubOptions options) : IBrokerQueues, IDisposable
{
    private readonly BrokerAddress address = BrokerAddress.Parse(options.Broker);
    private readonly ManagementApi api = ManagementApi.Beside(
        BrokerAddress.Parse(options.Broker), options.Management, ServerTrust.Load(options.BrokerRootsPath));

    public async Task<IReadOnlyList<QueueLine>?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return [.. (await api.ListQueuesAsync(address.VirtualHost, cancellation))
                .Where(queue => queue.Name.StartsWith("axis.", StringComparison.Ordinal))
                .Select(queue => new QueueLine(queue.Name, queue.MessagesReady, queue.MessagesUnacknowledged, queue.Consumers))];
        }
        catch (Exception away) when (away is HttpRequestException or TimeoutRejectedException)
        {
            return null;
        }
    }

    public void Dispose() => api.Dispose();
}
