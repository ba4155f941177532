using Agency.Adapter;
using Agency.Adapter.HubLink;
using Axis.Hub;
using Axis.Hub.Platform.Bus;
using MassTransit;

namespace Axis.Simulator.Nation;

/// <summary>Everything inside the process.</summary>
internal sealed class EmbeddedTransport : INationTransport
{
    public EmbeddedBroker Broker { get; } = new();

    /// <summary>What is on its way to the hub.</summary>
    public EmbeddedTraffic Traffic { get; } = new();

    public Task PrepareAsync(HubOptions hub, CancellationToken cancellation) => Task.CompletedTask;

    public void ConfigureHub(IServiceCollection services)
    {
        services.AddSingleton<IAdapterQueues>(Broker);
        services.AddReceiveObserver(_ => Traffic);
    }

    public Task AddAsync(AdapterOptions adapter, CancellationToken cancellation)
    {
        _ = Broker.Declare(adapter.Code);
        return Task.CompletedTask;
    }

    public Func<IHubLink> LinkOf(string adapter, IServiceProvider hub) => () => new InProcessHubLink(
        adapter, Broker.Declare(adapter), Traffic.Count(hub.GetRequiredService<IEmbeddedInlet>()), hub.GetRequiredService<IDeadLetterHandler>());

    public ValueTask DisposeAsync()
    {
        Broker.Dispose();
        return ValueTask.CompletedTask;
    }
}
