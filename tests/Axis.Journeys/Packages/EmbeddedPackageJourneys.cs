using Axis.Simulator.Nation;

namespace Axis.Journeys.Packages;

/// <inheritdoc/>
public sealed class EmbeddedPackageJourneys(EmbeddedPackageJourneys.Home home) : PackageJourneys(home), IClassFixture<EmbeddedPackageJourneys.Home>
{
    /// <inheritdoc/>
    public sealed class Home : JourneyHome
    {
        private protected override async Task<IJourneyNation> StartAsync() => new EmbeddedNation(
            await LiveNation.StartAsync(JourneyPlan.Options(broker: null), TimeProvider.System, CancellationToken.None));
    }
}
