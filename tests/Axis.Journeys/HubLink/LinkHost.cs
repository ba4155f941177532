using Axis.TestKit;

namespace Axis.Journeys.HubLink;

/// <summary>A virtual host of the shared broker with the hub's topology and one adapter.</summary>
internal static class LinkHost
{
    public static async Task<BrokerHost> MakeAsync(string adapter, string password, CancellationToken cancellation)
    {
        var host = await (await PrivateBroker.SharedAsync()).CreateHostAsync(cancellation);
        await host.Topology.EnsureHubAsync(cancellation);
        await host.Topology.EnsureAdapterAsync(adapter, cancellation);
        await host.Topology.EnsureAdapterUserAsync(adapter, password, cancellation);
        return host;
    }
}
