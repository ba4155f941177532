using Axis.Simulator.Nation;

namespace Axis.Journeys.Faults;

/// <summary>Every patience of the product in seconds instead of minutes and hours, so that what heals by time heals within a test.</summary>
internal static class FaultSettings
{
    public static NationOptions Of(string broker) => new()
    {
        Broker = broker,
        Hub = hub =>
        {
            hub.ClaimLease = TimeSpan.FromSeconds(3);
            hub.StatesWait = TimeSpan.FromMilliseconds(100);
            hub.AlertsWait = TimeSpan.FromMilliseconds(100);
            hub.QueryAfter = TimeSpan.FromSeconds(2);
            hub.QueryHeldAfter = TimeSpan.FromSeconds(4);
            hub.RetryLadder = [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];
        },
        Adapter = adapter =>
        {
            adapter.ReceiptPatience = TimeSpan.FromSeconds(5);
            adapter.HeartbeatEvery = TimeSpan.FromMilliseconds(500);
            adapter.RereadEvery = TimeSpan.FromSeconds(3);
            adapter.RetryFirst = TimeSpan.FromMilliseconds(200);
            adapter.RetryLongest = TimeSpan.FromSeconds(2);
            adapter.FolderRest = TimeSpan.FromMilliseconds(200);
            adapter.FolderScanEvery = TimeSpan.FromMilliseconds(100);
        },
    };

    /// <summary>So many agencies, each with an adapter of its own; the last one has folders.</summary>
    public static NationPlan Plan(int agencies)
    {
        var plan = NationPlan.Of(agencies);
        var last = plan.Adapters[^1];
        return new([.. plan.Adapters.SkipLast(1), last with { Agencies = [.. last.Agencies.Select(agency => agency with { HasFolder = true })] }]);
    }
}
