using System.Security.Cryptography;
using Agency.Adapter;
using Agency.Adapter.HubLink;
using Axis.Contracts.Tls;
using Axis.Hub;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;

namespace Axis.Simulator.Nation;

/// <summary>
/// A real broker. The nation lives in a virtual host of its own with users of its own, and takes both away when it ends, so that it may
/// share a broker with others.
/// </summary>
internal sealed class RabbitTransport : INationTransport
{
    private readonly ManagementApi api;
    private readonly BrokerAddress address;
    private readonly Topology topology;
    private readonly List<string> users = [];

    public RabbitTransport(string administrator, string? management, string brokerRoots)
    {
        BrokerRoots = brokerRoots;
        var given = BrokerAddress.Parse(administrator);
        api = ManagementApi.Beside(given, management ?? "", ServerTrust.Load(brokerRoots));
        Management = given.Management(management ?? "").ToString();
        address = given with { VirtualHost = "axis-nation-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)) };
        topology = new Topology(api, address.VirtualHost);
        Administrator = given;
    }

    private BrokerAddress Administrator { get; }

    private string Management { get; }

    private string BrokerRoots { get; }

    public async Task PrepareAsync(HubOptions hub, CancellationToken cancellation)
    {
        await api.PutVirtualHostAsync(address.VirtualHost, cancellation);
        await api.PutRightsAsync(address.VirtualHost, Administrator.User, new BrokerRights(".*", ".*", ".*"), cancellation);
        await topology.EnsureHubAsync(cancellation);
        hub.Broker = (await UserAsync("hub", Topology.HubTags, Topology.HubRights, cancellation)).ToUri();
        hub.Management = Management;
        hub.BrokerRootsPath = BrokerRoots;
    }

    public void ConfigureHub(IServiceCollection services)
    {
        // The hub makes its own way to the broker from its settings.
    }

    public async Task AddAsync(AdapterOptions adapter, CancellationToken cancellation)
    {
        await topology.EnsureAdapterAsync(adapter.Code, cancellation);
        adapter.Broker = (await UserAsync(adapter.Code, "", Topology.AdapterRights(adapter.Code), cancellation)).ToUri();
        adapter.BrokerRootsPath = BrokerRoots.Length > 0 ? BrokerRoots : AdapterOptions.MachineRoots;
    }

    public Func<IHubLink>? LinkOf(string adapter, IServiceProvider hub) => null;

    public async ValueTask DisposeAsync()
    {
        await api.DeleteVirtualHostAsync(address.VirtualHost, CancellationToken.None);
        foreach (var user in users)
        {
            await api.DeleteUserAsync(user, CancellationToken.None);
        }

        api.Dispose();
    }

    private async Task<BrokerAddress> UserAsync(string name, string tags, BrokerRights rights, CancellationToken cancellation)
    {
        // Users are the broker's, not the virtual host's: two nations must not take each other's passwords.
        var user = $"{address.VirtualHost}.{name}";
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await api.PutUserAsync(user, password, tags, cancellation);
        users.Add(user);
        await api.PutRightsAsync(address.VirtualHost, user, rights, cancellation);
        return address.As(user, password);
    }
}
