using Axis.Journeys.Packages;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Changes;

/// <inheritdoc/>
public sealed class EmbeddedChangeJourneys(EmbeddedChangeJourneys.Home home) : ChangeJourneys(home), IClassFixture<EmbeddedChangeJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : JourneyHome
    {
        private protected override async Task<IJourneyNation> StartAsync() => new EmbeddedNation(
            await LiveNation.StartAsync(JourneyPlan.Changing(broker: null), TimeProvider.System, CancellationToken.None));
    }
}
