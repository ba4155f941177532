using Axis.Journeys.Packages;
using Axis.Simulator.Nation;
using Axis.TestKit;

namespace Axis.Journeys.Alerts;

/// <summary>The nation of the journeys of alerts, with the systems that are told.</summary>
public abstract class AlertHome : JourneyHome
{
    internal AgencyServer Server { get; private set; } = null!;

    private protected sealed override async Task<IJourneyNation> StartAsync()
    {
        Server = await AgencyServer.StartAsync();
        return await StartAsync(Telling.To(Server));
    }

    private protected abstract Task<IJourneyNation> StartAsync(Action<Agency.Adapter.AdapterOptions> telling);

    private protected static NationOptions Options(string? broker, Action<Agency.Adapter.AdapterOptions> telling)
    {
        var options = JourneyPlan.Small(broker);
        return options with
        {
            Hub = hub => hub.AlertsWait = TimeSpan.FromMilliseconds(250),
            Adapter = options.Adapter + telling,
        };
    }

    private protected override ValueTask EndAsync() => Server is null ? ValueTask.CompletedTask : Server.DisposeAsync();
}
