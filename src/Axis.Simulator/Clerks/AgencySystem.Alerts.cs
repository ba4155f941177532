using Axis.Contracts.Wire;

namespace Axis.Simulator.Clerks;

/// <summary>What the axis tells.</summary>
internal sealed partial class AgencySystem
{
    /// <summary>Alerts that the agency is to be told of, the latest first.</summary>
    public async Task<IReadOnlyList<Alert>> ListAlertsAsync(CancellationToken cancellation) =>
        (await GetAsync<ToldAlerts>("v1/alerts", cancellation)).Alerts;

    private sealed record ToldAlerts(IReadOnlyList<Alert> Alerts);
}
