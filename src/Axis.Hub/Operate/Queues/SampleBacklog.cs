using Axis.Hub.Ledger;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Telemetry;

namespace Axis.Hub.Operate.Queues;

/// <summary>Reads the backlog for the gauges: a scrape must not wait for the database.</summary>
internal sealed class SampleBacklog(ILedger ledger, StuckStore stuck, HubMetrics metrics, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await SampleAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SampleAsync(CancellationToken cancellation)
    {
        var lines = await ledger.ReadAsync("sample-backlog", (reader, token) => reader.ListBacklogAsync(token), cancellation);
        metrics.ShowBacklog(
            [.. lines.Select(line => new BacklogReading(line.AdapterCode, line.Waiting, line.InFlight))],
            await stuck.CountOpenAsync(cancellation));
    }
}
