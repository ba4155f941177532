using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.HubLink;

/// <summary>
/// Asks the hub for a sign of life with every heartbeat's pause, and when the link comes back: for the adapter's own certificate, which the hub
/// finds as long as it and its database are there.
/// </summary>
internal sealed class SignPump : Pump
{
    private readonly IHubApi hub;
    private readonly IHubLink link;
    private readonly LinkWatch watch;
    private readonly ILogger<SignPump> log;
    private readonly Pulse pulse;
    private readonly string own;

    public SignPump(
        IHubApi hub, IHubLink link, LinkWatch watch, AdapterCertificates certificates, AdapterMetrics metrics, AdapterOptions options,
        TimeProvider time, ILogger<SignPump> log)
        : this(hub, link, watch, certificates, new Pulse(time), metrics, options, time, log)
    {
    }

    private SignPump(
        IHubApi hub, IHubLink link, LinkWatch watch, AdapterCertificates certificates, Pulse pulse, AdapterMetrics metrics, AdapterOptions options,
        TimeProvider time, ILogger<SignPump> log)
        : base(pulse, metrics, time, options, log)
    {
        (this.hub, this.link, this.watch, this.pulse, this.log) = (hub, link, watch, pulse, log);
        own = AgencyCertificate.HashOf(certificates.Own);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        link.StateChanged += OnState;
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            link.StateChanged -= OnState;
        }
    }

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var askedAt = Time.Now();
        var stood = link.State == LinkState.Connected;
        try
        {
            (await hub.FindCertificateAsync(own, cancellation))?.Certificate.Dispose();
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            if (watch.Missed(askedAt))
            {
                HubLinkLog.HubAway(log, away.Message);
            }

            return Options.HeartbeatEvery;
        }

        watch.Answered();
        if (stood && link.State == LinkState.Connected)
        {
            await watch.RecordAsync(askedAt);
        }

        return Options.HeartbeatEvery;
    }

    private void OnState(LinkState state)
    {
        if (state == LinkState.Connected)
        {
            pulse.Set();
        }
    }
}
