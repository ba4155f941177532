using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;

namespace Agency.Adapter.HubLink;

/// <summary>A loop that works over the link and is woken when it comes back.</summary>
internal abstract class LinkedPump(IHubLink link, Pulse pulse, AdapterMetrics metrics, TimeProvider time, AdapterOptions options, ILogger log)
    : Pump(pulse, metrics, time, options, log)
{
    private readonly Pulse pulse = pulse;

    /// <summary>The link to the broker.</summary>
    protected IHubLink Link { get; } = link;

    /// <summary>Told before the loop is woken, on the link's own task.</summary>
    protected virtual void OnConnected()
    {
    }

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Link.StateChanged += OnState;
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            Link.StateChanged -= OnState;
        }
    }

    private void OnState(LinkState state)
    {
        if (state == LinkState.Connected)
        {
            OnConnected();
            pulse.Set();
        }
    }
}
