using System.Text;
using Axis.Contracts;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Watch.Conditions;

/// <summary>
/// Looks once a minute at what nobody reports: silence, clocks, certificates, dead letters, disks, queues. However many hubs look, an alert opens once and closes once; while
/// the hub's own clock cannot be gone by nothing is judged.
/// </summary>
internal sealed class WatchConditions(
    ILedger ledger, IAgencyRegistry registry, ConditionStore store, ClockTrust trust, HubOptions options, PumpStates states, TimeProvider time, ILogger<WatchConditions> logger)
    : Pump("watch-conditions", TimeSpan.FromSeconds(60), states, time, logger)
{
    /// <summary>A hub that did not look for so long was stopped, and heard nothing meanwhile.</summary>
    private static readonly TimeSpan Stopped = TimeSpan.FromMinutes(3);

    /// <summary>An alert that lasts is marked as seen so often.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    /// <summary>E-mail that was given up is told for so long.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private readonly TimeProvider clock = time;
    private long start = time.GetTimestamp();
    private long lastTurn = time.GetTimestamp();

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        if (clock.GetElapsedTime(lastTurn) > Stopped)
        {
            start = clock.GetTimestamp();
        }

        lastTurn = clock.GetTimestamp();
        if (!trust.IsTrusted())
        {
            return false;
        }

        var readings = await ReadAsync(cancellation);
        var open = await store.ListOpenAsync(cancellation);
        var verdicts = ConditionVerdicts.Of(readings, open);
        var known = open.ToDictionary(alert => alert.AlertKey, StringComparer.Ordinal);
        string[] over = [.. verdicts.Where(verdict => verdict.Raised is null && known.ContainsKey(verdict.Key)).Select(verdict => verdict.Key)];
        AlertRow[] raised = [.. verdicts.Select(verdict => verdict.Raised).OfType<AlertRow>().Where(row => IsNews(row, known.GetValueOrDefault(row.AlertKey)))];
        if (over.Length + raised.Length > 0)
        {
            await ledger.WriteAsync("watch-conditions", async (transaction, token) =>
            {
                await transaction.EndAlertsAsync(over, readings.Now, token);
                await transaction.RaiseAlertsAsync(raised, token);
                return true;
            }, cancellation);
        }

        return false;
    }

    private static bool IsNews(AlertRow row, AlertRow? known) => known is null
        || (known.ClosedAt is null && (row.LastSeenAt - known.LastSeenAt >= SeenEvery || row.Severity > known.Severity || AlertKinds.IsHeavier(row.Kind, known.Cause, row.Cause)));

    private async Task<ConditionReadings> ReadAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var (links, backlogs) = await ledger.ReadAsync("watch-readings", async (reader, token) =>
            ((await reader.ListAdapterLinksAsync(token)).ToDictionary(link => link.AdapterCode, StringComparer.Ordinal),
            (await reader.ListBacklogAsync(token)).ToDictionary(line => line.AdapterCode, line => line.Waiting + line.InFlight + line.Held, StringComparer.Ordinal)), cancellation);
        var certificates = await store.ListCertificatesAsync(cancellation);
        var now = SqlTime.Cut(clock.GetUtcNow());
        return new()
        {
            Now = now,
            Listening = clock.GetElapsedTime(start),
            HubName = options.Name,
            HubDisk = DiskUsed(options.ContentFolder),
            BacklogLimit = options.BacklogLimit,
            DeadLetters = await store.CountDeadLettersAsync(cancellation),
            Mail = options.Mail.IsOn
                ? await store.CountUndeliveredAsync(now - Remembered, now + MailRow.Patience - options.Mail.WaitLimit, cancellation)
                : null,
            HubCertificateEnds = certificates.Where(line => line is { AdapterCode: null, Withdrawn: null }).Select(line => (DateTimeOffset?)line.NotAfter).Max(),
            Adapters =
            [
                .. directory.Adapters.Select(adapter => new AdapterReading(
                    adapter, links.GetValueOrDefault(adapter.Code),
                    links.GetValueOrDefault(adapter.Code)?.HeartbeatJson is { } json ? WireJson.Read<HeartbeatMessage>(Encoding.UTF8.GetBytes(json)) : null,
                    backlogs.GetValueOrDefault(adapter.Code),
                    certificates.FirstOrDefault(line => line.Sha256 == adapter.CertificateSha256 && line.Withdrawn is null)?.NotAfter)),
            ],
        };
    }

    private static int? DiskUsed(string folder)
    {
        try
        {
            return DiskRoom.Of(folder).PercentUsed;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
