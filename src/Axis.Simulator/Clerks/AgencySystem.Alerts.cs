using Axis.Contracts.Wire;

namespace Axis.Simulator.Clerks;

/// <summary>What the axis tells.</summary>
internal sealed partial class AgencySystem
{
    /// <summary>Alerts that the agency is to be told of, the latest first.</summary>
    public async Task<IReadOnlyList<Alert>> ListAlertsAsync(CancellationToken cancellation)
    {
        var alerts = new List<Alert>();
        for (var after = ""; ;)
        {
            var page = await GetAsync<ToldAlerts>("v1/alerts?limit=500" + after, cancellation);
            alerts.AddRange(page.Alerts);
            if (page.Next is null)
            {
                return alerts;
            }

            after = "&after=" + page.Next;
        }
    }

    private sealed record ToldAlerts(IReadOnlyList<Alert> Alerts, string? Next = null);
}
