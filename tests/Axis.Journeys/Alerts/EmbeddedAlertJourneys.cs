using Agency.Adapter;
using Axis.Journeys.Packages;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Alerts;

/// <inheritdoc/>
public sealed class EmbeddedAlertJourneys(EmbeddedAlertJourneys.Home home) : AlertJourneys(home), IClassFixture<EmbeddedAlertJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : AlertHome
    {
        private protected override async Task<IJourneyNation> StartAsync(Action<AdapterOptions> telling) => new EmbeddedNation(
            await LiveNation.StartAsync(Options(broker: null, telling), TimeProvider.System, CancellationToken.None));
    }
}
