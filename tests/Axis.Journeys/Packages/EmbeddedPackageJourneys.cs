namespace Axis.Journeys.Packages;

/// <inheritdoc/>
public sealed class EmbeddedPackageJourneys : PackageJourneys
{
    protected override Task<string?> FindBrokerAsync() => Task.FromResult<string?>(null);
}
