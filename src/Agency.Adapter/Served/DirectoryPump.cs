using Agency.Adapter.HubLink;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;

namespace Agency.Adapter.Served;

/// <summary>Keeps the adapter's directory as the hub's is: read at start and then every hour.</summary>
internal sealed class DirectoryPump(ReadDirectory directory, AdapterMetrics metrics, AdapterOptions options, TimeProvider time, ILogger<DirectoryPump> log)
    : Pump(new Pulse(time), metrics, time, options, log)
{
    private DateTimeOffset nextAt = DateTimeOffset.MinValue;
    private int failures;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        if (now < nextAt)
        {
            // A loop looks around more often than this.
            return nextAt - now;
        }

        try
        {
            await directory.ReadAsync(cancellation);
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            HubLinkLog.DirectoryNotRead(log, away.Message);
            return BackOff.After(Options, failures++);
        }

        failures = 0;
        nextAt = now + Options.RereadEvery;
        return Options.RereadEvery;
    }
}
