using Axis.Simulator.Nation;

namespace Axis.Journeys.Packages;

/// <inheritdoc/>
public sealed class EmbeddedInterfaceJourneys(EmbeddedInterfaceJourneys.Home home) : InterfaceJourneys(home), IClassFixture<EmbeddedInterfaceJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : JourneyHome
    {
        private protected override async Task<IJourneyNation> StartAsync() => new EmbeddedNation(
            await LiveNation.StartAsync(JourneyPlan.Small(broker: null), TimeProvider.System, CancellationToken.None));
    }
}
