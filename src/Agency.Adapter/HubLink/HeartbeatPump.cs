using System.Reflection;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Wire;
using Dapper;

namespace Agency.Adapter.HubLink;

/// <summary>Says every 30 s that this adapter is alive, with its clock and backlog; a beat that cannot be sent is not kept.</summary>
internal sealed class HeartbeatPump(
    SpoolDatabase database, DiskSpace disk, IHubLink link, AdapterMetrics metrics, AdapterOptions options, TimeProvider time,
    ILogger<HeartbeatPump> log) : Pump(new Pulse(time), metrics, time, options, log)
{
    private static readonly string Version =
        typeof(HeartbeatPump).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        if (link.State == LinkState.Connected)
        {
            var (outgoing, incoming) = database.Read(spool =>
                (spool.ExecuteScalar<int>(SpoolSql.CountOutgoing), spool.ExecuteScalar<int>(SpoolSql.CountIncoming)));
            var room = disk.Room;
            var beat = new HeartbeatMessage(
                Version, WireNames.Version, database.SpoolId, Time.Now(), outgoing, incoming, room.Free, room.Total, [WireNames.Alerts]);
            var outcome = await link.PublishAsync(WireNames.Heartbeat, WireJson.Write(beat), cancellation);
            if (outcome is not PublishOutcome.Confirmed)
            {
                Metrics.PublishRefused(WireNames.Heartbeat, outcome);
                HubLinkLog.HeartbeatNotSent(log, outcome.ToString());
            }

            return Options.HeartbeatEvery;
        }

        return Options.RetryFirst;
    }
}
