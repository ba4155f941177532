using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.HubLink;

/// <summary>
/// Asks the hub for a sign of life with every heartbeat's pause, and when the link comes back: for the adapter's own certificate, which the hub
/// finds as long as it and its database are there.
/// </summary>
internal sealed class SignPump(
    IHubApi hub, IHubLink link, LinkWatch watch, AdapterCertificates certificates, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<SignPump> log) : LinkedPump(link, new Pulse(time), metrics, time, options, log)
{
    private readonly string own = AgencyCertificate.HashOf(certificates.Own);

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var askedAt = Time.Now();
        var stood = Link.State == LinkState.Connected;
        try
        {
            (await hub.FindCertificateAsync(own, cancellation))?.Certificate.Dispose();
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            if (watch.Missed(askedAt, (away as HubRefusedException)?.Finding))
            {
                HubLinkLog.HubAway(log, away.Message);
            }

            return Options.HeartbeatEvery;
        }

        watch.Answered();
        if (stood && Link.State == LinkState.Connected)
        {
            await watch.RecordAsync(askedAt);
        }

        return Options.HeartbeatEvery;
    }
}
