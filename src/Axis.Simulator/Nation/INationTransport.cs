using Agency.Adapter;
using Agency.Adapter.HubLink;
using Axis.Hub;

namespace Axis.Simulator.Nation;

/// <summary>What carries messages between the hub and the adapters of a nation.</summary>
internal interface INationTransport : IAsyncDisposable
{
    /// <summary>Makes ready what the hub needs, and says so in its settings.</summary>
    Task PrepareAsync(HubOptions hub, CancellationToken cancellation);

    /// <summary>Puts into the hub what this transport brings.</summary>
    void ConfigureHub(IServiceCollection services);

    /// <summary>Makes an adapter's exchange, queue and user, and says so in its settings.</summary>
    Task AddAsync(AdapterOptions adapter, CancellationToken cancellation);

    /// <summary>The adapter's link, or null when it makes its own from its settings.</summary>
    Func<IHubLink>? LinkOf(string adapter, IServiceProvider hub);
}
