using Axis.TestKit;

namespace Axis.Hub.Tests.Bus;

/// <summary>A virtual host with the hub's topology and two adapters, on real RabbitMQ.</summary>
internal sealed class BrokerNation
{
    public const string First = "H37";
    public const string Second = "G22.01";
    public const string Password = "not-a-secret-on-a-test-broker";

    private BrokerNation(BrokerHost host) => Host = host;

    public BrokerHost Host { get; }

    public HubOptions Options => new() { Broker = Host.AmqpOf(HubUser, Password), Management = Host.Management.ToString() };

    private string HubUser => "axis-hub-" + Host.Name;

    public static async Task<BrokerNation> CreateAsync(CancellationToken cancellation) =>
        await CreateAsync(await (await PrivateBroker.SharedAsync()).CreateHostAsync(cancellation), cancellation);

    public static async Task<BrokerNation> CreateAsync(BrokerHost host, CancellationToken cancellation)
    {
        var nation = new BrokerNation(host);
        await nation.Host.Topology.EnsureHubAsync(cancellation);
        await nation.Host.Topology.EnsureHubUserAsync(nation.HubUser, Password, cancellation);
        foreach (var adapter in new[] { First, Second })
        {
            await nation.Host.Topology.EnsureAdapterAsync(adapter, cancellation);
            await nation.Host.Topology.EnsureAdapterUserAsync(adapter, Password, cancellation);
        }

        return nation;
    }

    public Task<BrokerClient> ConnectAsync(string adapter, CancellationToken cancellation) =>
        BrokerClient.ConnectAsync(Host.AmqpOf(adapter, Password), cancellation);
}
