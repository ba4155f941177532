using Agency.Adapter.HubLink;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;

namespace Agency.Adapter.Alerts;

/// <summary>
/// Reads the alerts at the hub when the link comes back and every hour: messages may be lost with a queue, and what was told before this spool began was told to another.
/// </summary>
internal sealed class ReadAlerts(
    TakeAlerts take, IHubApi hub, IHubLink link, AdapterMetrics metrics, TimeProvider time, AdapterOptions options, ILogger<ReadAlerts> log)
    : LinkedPump(link, new Pulse(time), metrics, time, options, log)
{
    private volatile bool reconnected;
    private DateTimeOffset nextAt = DateTimeOffset.MinValue;
    private int failures;

    protected override void OnConnected() => reconnected = true;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        if (!reconnected && Time.GetUtcNow() < nextAt)
        {
            return nextAt - Time.GetUtcNow();
        }

        reconnected = false;
        try
        {
            await take.TakeReadAsync((await hub.ListAlertsAsync(cancellation)).Alerts);
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            AlertLog.NotRead(log, away.Message);
            return BackOff.After(Options, failures++);
        }

        failures = 0;
        nextAt = Time.GetUtcNow() + Options.RereadEvery;
        return Options.RereadEvery;
    }
}
